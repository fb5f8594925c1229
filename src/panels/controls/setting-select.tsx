// A select for a setting that chooses one thing of a registry: what cannot be chosen is disabled, and a line says why.
import { controlText } from '../../core/control-texts';
import type { Experiment } from '../../core/experiment';
import { isUsed } from '../../core/rules';
import { changeExperiment } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { Select } from '../../ui/controls/select';
import { Formula } from '../../ui/formula/formula';
import { choicesOf, optionsFor, remarksOn, type ChoiceSetting } from './choices';

interface SettingSelectProps<S extends ChoiceSetting> {
  setting: S;
  look?: 'field' | 'row';
  labelHidden?: boolean;
  /** Where the formula of what is chosen stands. */
  formulaPlace?: 'below' | 'tooltip';
  /** Values whose formula says too little for a line under the control; it is then in the tooltip. */
  plainValue?: Experiment[S];
}

/** Nothing is shown when the experiment does not use the setting. */
export function SettingSelect<S extends ChoiceSetting>(props: SettingSelectProps<S>) {
  const { setting, look = 'row', labelHidden = false, formulaPlace = 'below', plainValue } = props;
  const experiment = useExperiment((chosen) => chosen);
  if (!isUsed(setting, experiment)) return null;
  const value = experiment[setting];
  const { label, summary } = controlText(setting);
  const choice = choicesOf(setting)[value];
  const { formula } = choice;
  const isBelow = formulaPlace === 'below' && value !== plainValue;
  return (
    <Select
      label={label}
      labelHidden={labelHidden}
      look={look}
      value={value}
      options={optionsFor(experiment, setting)}
      explanation={`${summary} ${choice.label}: ${choice.summary}`}
      formula={isBelow ? undefined : formula}
      note={isBelow && formula !== undefined ? <Formula tex={formula} /> : undefined}
      remarks={remarksOn(experiment, setting)}
      onChange={(chosen) => changeExperiment({ [setting]: chosen })}
    />
  );
}

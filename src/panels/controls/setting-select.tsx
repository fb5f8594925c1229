// A select for a setting that names an entry of a registry. Incompatible options are disabled, and a line says why.
import type { ChoiceSetting } from '../../catalog/choice-registries';
import { noisePatch } from '../../catalog/corruptions/noise-level';
import { controlText } from '../../core/experiment/control-texts';
import { settingTerm } from '../../core/glossary/setting-terms';
import type { Experiment } from '../../core/experiment/experiment';
import { isUsed } from '../../core/experiment/rules';
import { useSession } from '../../session/hooks/session-context';
import { usePart } from '../../session/hooks/shared-link/use-part';
import { useExperiment } from '../../session/hooks/use-experiment';
import { useRun } from '../../session/hooks/use-run';
import { Select } from '../../ui/controls/fields/select';
import { Lockable } from '../../ui/controls/lock/lockable';
import { Formula } from '../../ui/formula/formula';
import { choiceOf, optionsFor, remarksOn } from './choices';
import { plainPathText } from './words';
import { useDataKind, useSampleText } from '../../session/hooks/datasets/use-dataset';

interface SettingSelectProps<S extends ChoiceSetting> {
  setting: S;
  look?: 'field' | 'row';
  labelHidden?: boolean;
  /** Where to show the formula of the chosen entry. */
  formulaPlace?: 'below' | 'tooltip';
  /** A value whose formula is too trivial for a line under the control; it goes in the tooltip instead. */
  plainValue?: Experiment[S];
}

/** Renders nothing when the experiment does not use the setting. */
export function SettingSelect<S extends ChoiceSetting>(props: SettingSelectProps<S>) {
  return (
    <Lockable {...usePart(props.setting)}>
      <OpenSelect {...props} />
    </Lockable>
  );
}

function OpenSelect<S extends ChoiceSetting>(props: SettingSelectProps<S>) {
  const { setting, look = 'row', labelHidden = false, formulaPlace = 'below', plainValue } = props;
  const { run } = useSession();
  const experiment = useExperiment((chosen) => chosen);
  const notes = useRun((run) => run.notes);
  const say = useSampleText();
  const data = useDataKind();
  if (!isUsed(setting, experiment)) return null;
  const value = experiment[setting];
  const { label, summary } = controlText(setting);
  const choice = choiceOf(setting, experiment, data);
  const { formula } = choice;
  const ofThis = notes.flatMap((note) =>
    note.code === 'kind.plain-path' && note.setting === setting && note.kind === value
      ? [plainPathText(note)]
      : [],
  );
  const isBelow = formulaPlace === 'below' && value !== plainValue;
  return (
    <Select
      label={label}
      labelHidden={labelHidden}
      look={look}
      value={value}
      options={optionsFor(experiment, setting, data)}
      explanation={`${say(summary)} ${choice.label}: ${say(choice.summary)}`}
      term={settingTerm(setting, value)}
      formula={isBelow ? undefined : formula}
      note={isBelow && formula !== undefined ? <Formula tex={formula} /> : undefined}
      remarks={[...remarksOn(experiment, setting, data), ...ofThis]}
      onChange={(chosen) =>
        run.change(setting === 'noise' ? noisePatch(chosen, experiment) : { [setting]: chosen })
      }
    />
  );
}

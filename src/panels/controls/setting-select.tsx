// A select for a setting whose values are the entries of a registry.
import { controlText } from '../../core/control-texts';
import { type Experiment, type Setting } from '../../core/experiment';
import { changeExperiment } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { Select } from '../../ui/controls/select';

/** Settings that choose one entry of a registry by its id. */
type ChoiceSetting = {
  [S in Setting]: Experiment[S] extends string ? S : never;
}[Setting];

interface SettingSelectProps<S extends ChoiceSetting> {
  setting: S;
  registry: Readonly<Record<Experiment[S], { label: string; summary: string }>>;
  labelHidden?: boolean;
}

export function SettingSelect<S extends ChoiceSetting>({
  setting,
  registry,
  labelHidden = false,
}: SettingSelectProps<S>) {
  const value = useExperiment((experiment) => experiment[setting]);
  const { label, summary } = controlText(setting);
  const ids = Object.keys(registry) as Experiment[S][];
  return (
    <Select
      label={label}
      labelHidden={labelHidden}
      value={value}
      options={ids.map((id) => ({ value: id, label: registry[id].label }))}
      explanation={`${summary} ${registry[value].label}: ${registry[value].summary}`}
      onChange={(chosen) => changeExperiment({ [setting]: chosen })}
    />
  );
}

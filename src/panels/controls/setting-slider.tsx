// A slider for a numeric setting, with its symbol, its formula and its text from core/experiment/control-texts.ts.
import type { ReactNode } from 'react';
import { controlText } from '../../core/experiment/control-texts';
import { settingTerm } from '../../core/glossary/setting-terms';
import { ranges, type Experiment, type Setting } from '../../core/experiment/experiment';
import { isUsed } from '../../core/experiment/rules';
import { useSession } from '../../session/hooks/session-context';
import { usePart } from '../../session/hooks/shared-link/use-part';
import { useExperiment } from '../../session/hooks/use-experiment';
import { Slider, type SliderProps } from '../../ui/controls/slider/slider';
import { Lockable } from '../../ui/controls/lock/lockable';
import { Formula } from '../../ui/formula/formula';
import { useSampleText } from '../../session/hooks/datasets/use-dataset';

type NumberSetting = {
  [S in Setting]: Experiment[S] extends number ? S : never;
}[Setting];

interface SettingSliderProps extends Pick<
  SliderProps,
  'step' | 'scale' | 'smallest' | 'stops' | 'format' | 'isTyped'
> {
  setting: NumberSetting;
  /** Defaults to the maximum of the setting's range. */
  max?: number;
  /** A line under the track; it moves the formula to the tooltip. */
  note?: ReactNode;
  /** Where to show the formula. `below` costs a line, so reserve it for formulas that are worth one. */
  formulaPlace?: 'below' | 'tooltip';
  /** Without the letter that formulas use for it, which takes KaTeX to set. */
  isBare?: boolean;
  /** An extra sentence for the explanation. */
  addition?: string | undefined;
}

/** Renders nothing when the experiment does not use the setting. */
export function SettingSlider(props: SettingSliderProps) {
  return (
    <Lockable {...usePart(props.setting)}>
      <OpenSlider {...props} />
    </Lockable>
  );
}

function OpenSlider(props: SettingSliderProps) {
  const { run } = useSession();
  const { setting, max, note, formulaPlace = 'tooltip', addition, isBare = false, ...track } = props;
  const value = useExperiment((experiment) => experiment[setting]);
  const used = useExperiment((experiment) => isUsed(setting, experiment));
  const say = useSampleText();
  if (!used) return null;
  const { label, summary, symbol, formula } = controlText(setting);
  const isBelow = formulaPlace === 'below' && formula !== undefined && note === undefined;
  return (
    <Slider
      {...track}
      label={label}
      control={setting}
      value={value}
      min={ranges[setting].min}
      max={max ?? ranges[setting].max}
      explanation={addition === undefined ? say(summary) : `${say(summary)} ${addition}`}
      term={settingTerm(setting)}
      symbol={isBare ? undefined : symbol}
      formula={isBelow ? undefined : formula}
      note={isBelow ? <Formula tex={formula} /> : note}
      onChange={(next) => run.change({ [setting]: next })}
    />
  );
}

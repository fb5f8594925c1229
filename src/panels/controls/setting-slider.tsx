// A slider for a setting that is a number, with its symbol, its formula and the words of core/control-texts.ts.
import type { ReactNode } from 'react';
import { controlText } from '../../core/control-texts';
import { ranges, type Experiment, type Setting } from '../../core/experiment';
import { isUsed } from '../../core/rules';
import { changeExperiment } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { Slider, type SliderProps } from '../../ui/controls/slider';
import { Formula } from '../../ui/formula/formula';

type NumberSetting = {
  [S in Setting]: Experiment[S] extends number ? S : never;
}[Setting];

interface SettingSliderProps extends Pick<SliderProps, 'step' | 'scale' | 'smallest' | 'stops' | 'format'> {
  setting: NumberSetting;
  /** Left out: that of the setting's range. */
  max?: number;
  /** A visible line of its own under the track; the formula then stands in the tooltip. */
  note?: ReactNode;
  /** Where the formula stands. Under the track it takes a line, so only the ones worth it. */
  formulaPlace?: 'below' | 'tooltip';
  /** A further sentence of the explanation. */
  addition?: string | undefined;
}

/** Nothing is shown when the experiment does not use the setting. */
export function SettingSlider(props: SettingSliderProps) {
  const { setting, max, note, formulaPlace = 'tooltip', addition, ...track } = props;
  const value = useExperiment((experiment) => experiment[setting]);
  const used = useExperiment((experiment) => isUsed(setting, experiment));
  if (!used) return null;
  const { label, summary, symbol, formula } = controlText(setting);
  const isBelow = formulaPlace === 'below' && formula !== undefined && note === undefined;
  return (
    <Slider
      {...track}
      label={label}
      value={value}
      min={ranges[setting].min}
      max={max ?? ranges[setting].max}
      explanation={addition === undefined ? summary : `${summary} ${addition}`}
      symbol={symbol}
      formula={isBelow ? undefined : formula}
      note={isBelow ? <Formula tex={formula} /> : note}
      onChange={(next) => changeExperiment({ [setting]: next })}
    />
  );
}

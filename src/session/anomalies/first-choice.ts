// What counts as normal at first, and how rare a flag is to be: what a person would choose who knows the data set. Pure.
import { firstPercentile } from '../../core/anomaly/presets';
import { hasClasses, type DatasetInfo } from '../../core/samples/dataset-info';

/** Of the windows of a recording, of which there are many more than anybody looks at. */
const percentileOfWindows = 99;

export interface FirstChoice {
  readonly normalClasses: readonly number[];
  readonly percentile: number;
}

/** @param trained classes that the experiment trains on; empty: all, and then a class called normal is */
export function firstChoice(
  info: Pick<DatasetInfo, 'classNames' | 'windows'>,
  trained: readonly number[],
): FirstChoice {
  const normal = hasClasses(info) ? info.classNames.findIndex((name) => /^normal$/i.test(name.trim())) : -1;
  return {
    normalClasses: trained.length === 0 && normal >= 0 ? [normal] : trained,
    percentile: info.windows ? percentileOfWindows : firstPercentile,
  };
}

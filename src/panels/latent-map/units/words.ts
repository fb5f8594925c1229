// Sentences that describe the code units in numbers.
import { plural, t } from '@lingui/core/macro';
import type { SampleText, SampleWords } from '../../../core/samples/words/sample-words';
import type { CodeStatistics } from '../../../core/engine-api/looking';
import type { Experiment } from '../../../core/experiment/experiment';
import {
  countText,
  fixedText,
  meanCountText,
  numberText,
  measurementText,
  percentText,
} from '../../../core/number-text';
import { collapsedBelow, collapsedUnits, meanActive } from '../../../core/run/objective-terms';
import { dropSilentUnits, type UnitMeasure } from './unit-facts';

type CodeActivation = Experiment['codeActivation'];

/** The condition for an active unit: `above 0.1`, `not 0`. */
export function thresholdText(threshold: number, activation: CodeActivation): string {
  if (threshold === 0) return t`not 0`;
  const value = numberText(threshold);
  return activation === 'sigmoid' ? t`above ${value}` : t`further than ${value} from 0`;
}

/** How many units are active or carry information, over the whole test set. */
export function codeSentence(
  statistics: CodeStatistics,
  activation: CodeActivation,
  words: SampleWords,
): string {
  const { kl, count, threshold, meanActivation } = statistics;
  const units = countText(meanActivation.length);
  const images = t`${{ count: countText(count) }} test ${{ many: words.many }}`;
  if (kl) {
    const collapsed = collapsedUnits(kl);
    const carrying = countText(kl.length - collapsed);
    return t`${carrying} of ${units} units carry information, ${{ collapsed: countText(collapsed) }} collapsed (KL below ${{ least: numberText(collapsedBelow) }} nats, ${images})`;
  }
  const active = meanCountText(meanActive(statistics));
  const how = thresholdText(threshold, activation);
  return plural(meanActivation.length, {
    one: `${active} of ${units} unit active on average over ${images} (${how})`,
    other: `${active} of ${units} units active on average over ${images} (${how})`,
  });
}

export const measureTexts: Readonly<
  Record<UnitMeasure, { order: string; explanation: SampleText; caption: string }>
> = {
  kl: {
    order: t`By KL`,
    explanation: t`The units that carry most information first`,
    caption: t`KL to the unit Gaussian of each unit, mean over the test set, largest first`,
  },
  mean: {
    order: t`By mean`,
    explanation: t`The units that are most active over the test set first`,
    caption: t`How the units’ mean activations over the test set are distributed`,
  },
  variance: {
    order: t`By variance`,
    explanation: ({ many }) => t`The units that differ most between ${many} first`,
    caption: t`Variance of each unit over the test set, largest first`,
  },
};

/** Caption of the lower chart. It counts the units that are 0 for every image, since the chart omits them. */
export function chartCaption(measure: UnitMeasure, values: Float32Array | null, words: SampleWords): string {
  const { caption } = measureTexts[measure];
  const silent = values === null || measure !== 'mean' ? 0 : values.length - dropSilentUnits(values).length;
  if (silent === 0) return caption;
  const { one } = words;
  const zeros = plural(silent, { one: `# is 0 for every ${one}`, other: `# are 0 for every ${one}` });
  return `${caption}; ${zeros}`;
}

/** One unit in numbers; `here` is its output for the image named. */
export function unitSentence(
  unit: number,
  statistics: CodeStatistics | null,
  here: { value: number; name: string } | null,
): string {
  const parts = [
    here
      ? t`Unit ${{ unit: unit + 1 }}, ${{ name: here.name }}: ${{ value: fixedText(here.value, 3) }}`
      : t`Unit ${{ unit: unit + 1 }}`,
  ];
  const kl = statistics?.kl?.[unit];
  if (kl !== undefined) parts.push(t`KL ${{ kl: fixedText(kl, 3) }} nats`);
  if (statistics) {
    parts.push(
      t`mean ${{ mean: measurementText(statistics.meanActivation[unit] ?? 0) }}`,
      t`variance ${{ variance: measurementText(statistics.variance[unit] ?? 0) }}`,
    );
    if (kl === undefined)
      parts.push(t`active for ${{ share: percentText(statistics.activeShare[unit] ?? 0, 1) }}`);
  }
  return parts.join(' · ');
}

/** Text alternative of the lower chart. */
export function chartSummary(values: Float32Array, measure: UnitMeasure, target: number | null): string {
  const sorted = values.slice().sort();
  const at = (share: number) => measurementText(sorted[Math.round(share * (sorted.length - 1))] ?? 0);
  const name = {
    kl: t`KL of each unit in nats`,
    mean: t`Mean activation of each unit`,
    variance: t`Variance of each unit`,
  };
  const spread = t`${{ what: name[measure] }}: from ${{ least: at(0) }} to ${{ most: at(1) }}, half of them from ${{ from: at(0.25) }} to ${{ to: at(0.75) }}`;
  return target === null ? spread : `${spread}; ${t`the target is ${{ target: numberText(target) }}`}`;
}

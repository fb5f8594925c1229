// Sentences that describe the code units in numbers.
import { t } from '@lingui/core/macro';
import type { SampleText, SampleWords } from '../../../core/samples/words/sample-words';
import type { CodeStatistics } from '../../../core/engine-api/looking';
import type { Experiment } from '../../../core/experiment/experiment';
import { countText, fixedText, meanCountText, measurementText, percentText } from '../../../core/number-text';
import { collapsedBelow, collapsedUnits, meanActive } from '../../../core/run/objective-terms';
import { dropSilentUnits, type UnitMeasure } from './unit-facts';

type CodeActivation = Experiment['codeActivation'];

/** The condition for an active unit: `above 0.1`, `not 0`. */
export function thresholdText(threshold: number, activation: CodeActivation): string {
  if (threshold === 0) return t`not 0`;
  return activation === 'sigmoid' ? t`above ${threshold}` : t`further than ${threshold} from 0`;
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
    return t`${carrying} of ${units} units carry information, ${{ collapsed: countText(collapsed) }} collapsed (KL below ${collapsedBelow} nats, ${images})`;
  }
  const active = meanCountText(meanActive(statistics));
  const word = meanActivation.length === 1 ? 'unit' : 'units';
  return t`${active} of ${units} ${word} active on average over ${images} (${{ threshold: thresholdText(threshold, activation) }})`;
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
    caption: t`How many units have which mean activation over the test set`,
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
  return `${caption}; ${countText(silent)} ${silent === 1 ? 'is' : 'are'} 0 for every ${words.one}`;
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
      t`mean ${{ meanActivation: measurementText(statistics.meanActivation[unit] ?? 0) }}`,
      t`variance ${{ variance: measurementText(statistics.variance[unit] ?? 0) }}`,
    );
    if (kl === undefined)
      parts.push(t`active for ${{ activeShare: percentText(statistics.activeShare[unit] ?? 0, 1) }}`);
  }
  return parts.join(' · ');
}

/** Text alternative of the lower chart. */
export function chartSummary(values: Float32Array, measure: UnitMeasure, target: number | null): string {
  const sorted = values.slice().sort();
  const at = (share: number) => measurementText(sorted[Math.round(share * (sorted.length - 1))] ?? 0);
  const aim = target === null ? '' : t`; the target is ${target}`;
  const name = {
    kl: t`KL of each unit in nats`,
    mean: t`Mean activation of each unit`,
    variance: t`Variance of each unit`,
  };
  return t`${{ name: name[measure] }}: from ${{ at: at(0) }} to ${{ at2: at(1) }}, half of them from ${{ at22: at(0.25) }} to ${{ at222: at(0.75) }}${aim}`;
}

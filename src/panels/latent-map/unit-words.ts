// What the code's units do, in sentences with numbers.
import type { CodeStatistics } from '../../core/engine-api';
import type { Experiment } from '../../core/experiment';
import { countText } from '../../core/number-text';
import { meanActive } from '../../core/terms';
import { collapsedBelow, collapsedUnits, type UnitMeasure } from './unit-facts';

type CodeActivation = Experiment['codeActivation'];

/** From where on a unit counts as active: `above 0.1`, `not 0`. */
export function thresholdText(threshold: number, activation: CodeActivation): string {
  if (threshold === 0) return 'not 0';
  return activation === 'sigmoid' ? `above ${threshold}` : `further than ${threshold} from 0`;
}

/** How many units work, over the whole test set. */
export function codeSentence(statistics: CodeStatistics, activation: CodeActivation): string {
  const { kl, count, threshold, meanActivation } = statistics;
  const units = countText(meanActivation.length);
  const images = `${countText(count)} test images`;
  if (kl) {
    const collapsed = collapsedUnits(kl);
    const carrying = countText(kl.length - collapsed);
    return `${carrying} of ${units} units carry information, ${countText(collapsed)} collapsed (KL below ${collapsedBelow} nats, ${images})`;
  }
  const active = meanActive(statistics).toFixed(1);
  const word = meanActivation.length === 1 ? 'unit' : 'units';
  return `${active} of ${units} ${word} active on average over ${images} (${thresholdText(threshold, activation)})`;
}

export const measureTexts: Readonly<
  Record<UnitMeasure, { order: string; explanation: string; caption: string }>
> = {
  kl: {
    order: 'By KL',
    explanation: 'The units that carry most information first',
    caption: 'KL to the unit Gaussian of each unit, mean over the test set, largest first',
  },
  mean: {
    order: 'By mean',
    explanation: 'The units that are most active over the test set first',
    caption: 'How many units have which mean activation over the test set',
  },
  variance: {
    order: 'By variance',
    explanation: 'The units that differ most between images first',
    caption: 'Variance of each unit over the test set, largest first',
  },
};

/** What the lower chart shows; units that are 0 for every image are told of instead of drawn. */
export function chartCaption(measure: UnitMeasure, values: Float32Array | null): string {
  const { caption } = measureTexts[measure];
  const silent = values === null || measure !== 'mean' ? 0 : values.length - sounding(values).length;
  if (silent === 0) return caption;
  return `${caption}; ${countText(silent)} ${silent === 1 ? 'is' : 'are'} 0 for every image`;
}

/** The mean activations that are not exactly 0. */
export function sounding(values: Float32Array): Float32Array {
  return values.filter((value) => value !== 0);
}

/** One unit in numbers; `here` is its output for the image named. */
export function unitSentence(
  unit: number,
  statistics: CodeStatistics | null,
  here: { value: number; name: string } | null,
): string {
  const parts = [here ? `Unit ${unit + 1}, ${here.name}: ${here.value.toFixed(3)}` : `Unit ${unit + 1}`];
  const kl = statistics?.kl?.[unit];
  if (kl !== undefined) parts.push(`KL ${kl.toFixed(3)} nats`);
  if (statistics) {
    parts.push(
      `mean ${small(statistics.meanActivation[unit])}`,
      `variance ${small(statistics.variance[unit])}`,
    );
    if (kl === undefined)
      parts.push(`active for ${(100 * (statistics.activeShare[unit] ?? 0)).toFixed(1)} %`);
  }
  return parts.join(' · ');
}

/** The lower chart, for who does not see it. */
export function chartSummary(values: Float32Array, measure: UnitMeasure, target: number | null): string {
  const sorted = values.slice().sort();
  const at = (share: number) => small(sorted[Math.round(share * (sorted.length - 1))]);
  const aim = target === null ? '' : `; the target is ${target}`;
  const name = {
    kl: 'KL of each unit in nats',
    mean: 'Mean activation of each unit',
    variance: 'Variance of each unit',
  };
  return `${name[measure]}: from ${at(0)} to ${at(1)}, half of them from ${at(0.25)} to ${at(0.75)}${aim}`;
}

function small(value = 0): string {
  return Math.abs(value) >= 100 ? countText(value) : String(Number(value.toPrecision(3)));
}

// What follows from scores, from what counts as normal, and from the threshold. Pure.
import { flaggedByClass, scoresByClass } from '../../core/anomaly/by-class';
import type { Missing } from '../../core/anomaly/missing';
import { histogramOf, percentileThreshold, ratesAt } from '../../core/anomaly/threshold';
import { sameValue } from '../../core/experiment/experiment';
import type { Run } from '../runs/run';
import type { AnomaliesState, NetworkScores } from './anomaly-state';

const histogramBins = 60;

/** 1 for each label that counts as normal. @param normalClasses empty: all */
export function normalOf(labels: Uint16Array, normalClasses: readonly number[]): Uint8Array {
  const chosen = new Set(normalClasses);
  return Uint8Array.from(labels, (label) => Number(chosen.size === 0 || chosen.has(label)));
}

type Choice = Pick<AnomaliesState, 'normalClasses' | 'percentile' | 'threshold' | 'thresholdOrigin'>;

/** Everything about the network that does not take a bootstrap. */
export type Verdict = Pick<AnomaliesState, 'isNormal' | 'threshold' | 'rates' | 'histogram' | 'byClass'>;

/** @param choice its threshold stays where it was chosen */
export function verdictOn({ test, labels, validation }: NetworkScores, choice: Choice): Verdict {
  const isNormal = normalOf(labels, choice.normalClasses);
  const threshold = thresholdOf(validation, choice);
  return {
    isNormal,
    threshold,
    rates: threshold === null ? null : ratesAt(test, isNormal, threshold),
    histogram: histogramOf(test, isNormal, validation, histogramBins),
    byClass: scoresByClass(test, labels, isNormal, threshold),
  };
}

/** What a moved threshold changes. */
export function verdictAt(
  { test, labels }: NetworkScores,
  { isNormal, byClass }: Pick<Verdict, 'isNormal' | 'byClass'>,
  threshold: number | null,
): Pick<Verdict, 'threshold' | 'rates' | 'byClass'> {
  return {
    threshold,
    rates: threshold === null || isNormal === null ? null : ratesAt(test, isNormal, threshold),
    byClass: flaggedByClass(byClass, test, labels, threshold),
  };
}

export function thresholdOf(
  validation: Float32Array | null,
  { percentile, threshold, thresholdOrigin }: Omit<Choice, 'normalClasses'>,
): number | null {
  return thresholdOrigin === 'chosen' ? threshold : percentileThreshold(validation, percentile);
}

type Known = Pick<AnomaliesState, 'normalClasses' | 'network' | 'isNormal' | 'detection'>;

/** The most important first. */
export function missingOf(run: Run, known: Known): Missing[] {
  const { network, isNormal } = known;
  if (run.facts === null || network === null || isNormal === null) return [{ code: 'anomaly.no-network' }];
  const missing: Missing[] = [];
  const normalCount = isNormal.reduce((sum, one) => sum + one, 0);
  if (network.step === 0) missing.push({ code: 'anomaly.untrained' });
  if (run.facts.dataset.classNames.length < 2) missing.push({ code: 'anomaly.unlabelled' });
  else if (normalCount === isNormal.length) missing.push({ code: 'anomaly.no-anomalies' });
  if (normalCount === 0) missing.push({ code: 'anomaly.no-normal' });
  if (!trainsOnNormal(run, known.normalClasses)) missing.push({ code: 'anomaly.other-training' });
  if (network.validation === null) missing.push({ code: 'anomaly.no-validation' });
  if (isConstant(network.test)) missing.push({ code: 'anomaly.constant-score' });
  return missing;
}

/** Whether the network has always trained on the normal classes, and on no other. */
export function trainsOnNormal(
  { experiment, marks, facts }: Pick<Run, 'experiment' | 'marks' | 'facts'>,
  normalClasses: readonly number[],
): boolean {
  const wanted = asChosen(normalClasses, facts?.dataset.classNames.length ?? 0);
  const hasOthers = marks.some(
    (mark) => mark.kind === 'changed' && mark.step > 0 && mark.patch.classes !== undefined,
  );
  return !hasOthers && sameValue([...experiment.classes], wanted);
}

/** Classes as the experiment names them: none where all are meant. */
export function asChosen(normalClasses: readonly number[], classCount: number): number[] {
  return normalClasses.length === classCount ? [] : [...normalClasses];
}

function isConstant(scores: Float32Array): boolean {
  return scores.length > 1 && scores.every((score) => score === scores[0]);
}

/** Share of the reference scores that are lower than this one; null without any. */
export function rankAmong(
  score: number,
  { network, isNormal }: Pick<AnomaliesState, 'network' | 'isNormal'>,
): number | null {
  const reference =
    network?.validation ?? network?.test.filter((_, index) => isNormal?.[index] === 1) ?? null;
  if (reference === null || reference.length === 0) return null;
  let lower = 0;
  for (const other of reference) if (other < score) lower++;
  return lower / reference.length;
}

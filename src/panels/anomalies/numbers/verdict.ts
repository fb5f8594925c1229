// Whether the network is worth it: its AUROC beside that of the strongest method without one. Pure.
import { t } from '@lingui/core/macro';
import type { Detection, Estimate } from '../../../core/anomaly/curves/detection';
import { fixedText } from '../../../core/number-text';
import type { SampleWords } from '../../../core/samples/words/sample-words';
import { baselineIds, type BaselineId, type Baselines } from '../../../session/anomalies/anomaly-state';
import { baselineWordsOf } from '../words';

type Scores = Baselines['scores'];

/** The baseline with the highest AUROC so far; null before the first. */
export function strongest(scores: Scores): BaselineId | null {
  let best: BaselineId | null = null;
  for (const id of baselineIds) {
    const value = scores[id]?.auroc?.value;
    if (value !== undefined && value > (aurocOf(scores, best)?.value ?? -1)) best = id;
  }
  return best;
}

/** One sentence that follows from the numbers; null before both are there. */
export function verdictText(
  detection: Pick<Detection, 'auroc'> | null,
  scores: Scores,
  words: Pick<SampleWords, 'one'>,
): string | null {
  const rival = strongest(scores);
  const other = aurocOf(scores, rival);
  if (detection === null || rival === null || other === null) return null;
  const own = detection.auroc;
  const { inSentence, first } = baselineWordsOf(rival, words);
  const isKnown = baselineIds.every((id) => scores[id] !== null);
  const gap = fixedText(Math.abs(own.value - other.value), 3);
  const isClear = own.low > other.high || own.high < other.low;

  if (Math.max(own.value, other.value) < 0.5)
    return t`Neither the network nor any of the others tells anomalies from normal samples: all are worse than guessing.`;
  if (own.value > other.value) {
    if (isClear)
      return isKnown
        ? t`The network is ahead of ${inSentence}, the strongest without one, by ${gap}.`
        : t`The network is ahead of ${inSentence}, the strongest without one so far, by ${gap}.`;
    return isKnown
      ? t`The network is ahead of ${inSentence}, the strongest without one, by ${gap}, within the uncertainty of both.`
      : t`The network is ahead of ${inSentence}, the strongest without one so far, by ${gap}, within the uncertainty of both.`;
  }
  if (own.value < other.value)
    return isClear
      ? t`${first} needs no network and is ahead of it by ${gap}. Use that, or train the network better.`
      : t`${first} needs no network and is ahead of it by ${gap}, within the uncertainty of both.`;
  return t`The network does as well as ${inSentence}, which needs none.`;
}

function aurocOf(scores: Scores, id: BaselineId | null): Estimate | null {
  return id === null ? null : (scores[id]?.auroc ?? null);
}

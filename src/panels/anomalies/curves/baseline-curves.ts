// The curves of the methods without a network, made from their scores. Pure.
import { t } from '@lingui/core/macro';
import { precisionRecallCurve, rocCurve } from '../../../core/anomaly/curves/curves';
import { groupScores } from '../../../core/anomaly/curves/score-groups';
import type { SampleKind } from '../../../core/samples/sample-kind';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { Detection } from '../../../core/anomaly/curves/detection';
import { baselineIds, type Baselines } from '../../../session/anomalies/anomaly-state';
import type { RatesCurve } from '../../../ui/chart/rates/rates-chart';
import { baselineWordsOf } from '../words';

export interface DetectionCurves {
  readonly roc: readonly RatesCurve[];
  readonly precisionRecall: readonly RatesCurve[];
}

/** Greys that differ in lightness, for dashed lines. */
const greys = { nearest: 'var(--ink)', pca: 'var(--muted)', 'mean-image': 'var(--line-strong)' } as const;

/** The network's curves, and those of the baselines whose scores are known; none without anomalies. */
export function detectionCurves(
  detection: Detection | null,
  scores: Baselines['scores'],
  isNormal: Uint8Array | null,
  kind?: SampleKind,
): DetectionCurves {
  const roc: RatesCurve[] = [];
  const precisionRecall: RatesCurve[] = [];
  if (detection === null || isNormal === null) return { roc, precisionRecall };
  for (const id of baselineIds) {
    const known = scores[id];
    if (known === null || known.auroc === null || known.test.length !== isNormal.length) continue;
    const groups = groupScores(known.test, isNormal);
    const look = {
      id,
      label: baselineWordsOf(id, sampleWords(kind)).label,
      colour: greys[id],
      isReference: true,
    };
    roc.push({ ...look, ...rocCurve(groups) });
    precisionRecall.push({ ...look, ...precisionRecallCurve(groups) });
  }
  const network = { id: 'network', label: t`Network`, colour: 'var(--accent)', isReference: false };
  roc.push({ ...network, ...detection.roc });
  precisionRecall.push({ ...network, ...detection.precisionRecall });
  return { roc, precisionRecall };
}

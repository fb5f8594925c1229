// For tests only: a state of the anomaly workspace. 40 test samples of four classes of ten each, of which class 0 is normal; class 3
// scores lower than anything that is normal.
import { detection } from '../../../core/anomaly/curves/bootstrap';
import { scoresByClass } from '../../../core/anomaly/by-class';
import { rankedIndices } from '../../../core/anomaly/ranked';
import { histogramOf, ratesAt } from '../../../core/anomaly/threshold';
import type { TrainedOn } from '../../../core/experiment/trained-on';
import {
  firstAnomalies,
  type AnomaliesState,
  type BaselineScores,
  type Examples,
} from '../../../session/anomalies/anomaly-state';

const count = 40;
const labels = Uint16Array.from({ length: count }, (_, i) => i % 4);
const isNormal = Uint8Array.from(labels, (label) => Number(label === 0));
const trainedOn: TrainedOn = { dataset: 'mnist', classes: [0], validationShare: 0.1, seed: 1 };

/** Of class 0: 0.20 to 0.29; of class 1 and 2 higher, with one miss; of class 3 lower. */
const scores = Float32Array.from(labels, (label, i) => {
  const place = Math.floor(i / 4) / 100;
  return [0.2 + place, 0.5 + place, 0.24 + 2 * place, 0.05 + place][label] ?? 0;
});

function measured(of: Float32Array) {
  const all = detection(of, isNormal, 1);
  for (let step = all.next(); ; step = all.next()) if (step.done) return step.value;
}

const baseline = (shift: number, components: number | null): BaselineScores => {
  const test = scores.map((score, i) => (isNormal[i] === 1 ? score + shift : score));
  return { trainedOn, test, components, auroc: measured(test)?.auroc ?? null };
};

/** With a threshold of 0.285, which one normal sample exceeds. */
export function anomaliesState(threshold: number | null = 0.285): AnomaliesState {
  const validation = Float32Array.from({ length: 20 }, (_, i) => 0.2 + i / 200);
  return {
    ...firstAnomalies,
    normalClasses: [0],
    missing: [],
    threshold,
    isNormal,
    network: {
      runId: '1',
      step: 1200,
      kind: 'mse',
      trainedOn,
      codeSize: 16,
      test: scores,
      labels,
      validation,
      training: null,
      ranked: rankedIndices(scores),
    },
    detection: measured(scores),
    rates: threshold === null ? null : ratesAt(scores, isNormal, threshold),
    histogram: histogramOf(scores, isNormal, validation, 40),
    byClass: scoresByClass(scores, labels, isNormal, threshold),
    baselines: {
      progress: null,
      failure: null,
      scores: { nearest: baseline(0.1, null), pca: baseline(0.05, 16), 'mean-image': baseline(0.3, null) },
    },
  };
}

/** Samples of one grey each, rebuilt as another. */
export function examplesOf(indices: Uint32Array, size: number): Examples {
  const grey = (value: (index: number) => number) =>
    Float32Array.from({ length: indices.length * size }, (_, i) => value(indices[Math.floor(i / size)] ?? 0));
  return {
    runId: '1',
    step: 1200,
    indices,
    samples: grey((index) => index / count),
    reconstructions: grey(() => 0),
    errors: grey((index) => index / count),
  };
}

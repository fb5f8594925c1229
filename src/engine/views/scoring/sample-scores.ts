// Anomaly scores of samples from what the network makes of them, in plain numbers. Higher is more anomalous.
import { kindOf } from '../../../catalog/kinds/kind';
import { bce } from '../../../catalog/losses/bce';
import { sigmoid, type Loss } from '../../../catalog/losses/loss';
import { losses } from '../../../catalog/losses/registry';
import { varianceFloor, worstShare, type CodeScore, type ScoreKind } from '../../../core/anomaly/score-kind';
import type { Experiment } from '../../../core/experiment/experiment';

type Settings = Pick<Experiment, 'loss' | 'outputActivation' | 'codeSize'>;

/** A network's answer for `n` samples. */
export interface Answer {
  /** `[n, sampleSize]` each, samples in [0, 1]. */
  samples: Float32Array;
  /** The decoder's output before its last activation. */
  logits: Float32Array;
  /** `[n, codeSize]`; means of a Gaussian code. */
  codes: Float32Array;
  /** Of a Gaussian code, `[n, codeSize]`; null for a deterministic one. */
  logVars: Float32Array | null;
}

/** Scores that follow from one reconstruction. */
export type ReconstructionScore = Exclude<ScoreKind, CodeScore>;

/**
 * One score for each sample, `[n]`. `reconstruction-probability` of one draw is what `negative-elbo` is without the KL term: minus
 * the log-likelihood of the sample, in nats up to a constant, under the likelihood that the loss stands for.
 */
export function sampleScores(kind: ReconstructionScore, settings: Settings, answer: Answer): Float32Array {
  const size = answer.samples.length / (answer.codes.length / settings.codeSize);
  switch (kind) {
    case 'mse':
      return eachRow(answer, size, settings, squaredError, (sum) => sum / size);
    case 'unexplained': {
      const variances = variancesOf(answer.samples, size);
      const relative = (sum: number, row: number) => sum / size / ((variances[row] ?? 0) + varianceFloor);
      return eachRow(answer, size, settings, squaredError, relative);
    }
    case 'bce':
      return eachRow(answer, size, settings, bce, (sum) => sum / size);
    case 'worst-pixels':
      return worstOfRows(answer, size, settings);
    case 'reconstruction-probability':
      return eachRow(answer, size, settings, kindOf(losses, settings.loss), (sum) => sum);
    case 'negative-elbo': {
      const divergences = klOfRows(answer, settings.codeSize);
      const likelihood = kindOf(losses, settings.loss);
      return eachRow(answer, size, settings, likelihood, (sum, row) => sum + (divergences[row] ?? 0));
    }
  }
}

/** Pixels from logits. */
export function pixelsOf(logits: Float32Array, { outputActivation }: Pick<Settings, 'outputActivation'>) {
  return outputActivation === 'sigmoid' ? logits.map(sigmoid) : logits;
}

const squaredError: Pick<Loss, 'reads' | 'value'> = {
  reads: 'pixel',
  value: (target, pixel) => (target - pixel) ** 2,
};

function eachRow(
  { samples, logits }: Answer,
  size: number,
  { outputActivation }: Settings,
  { reads, value }: Pick<Loss, 'reads' | 'value'>,
  finish: (sum: number, row: number) => number,
): Float32Array {
  const squashes = outputActivation === 'sigmoid' && reads === 'pixel';
  return Float32Array.from({ length: samples.length / size }, (_, row) => {
    let sum = 0;
    for (let i = row * size; i < (row + 1) * size; i++) {
      const logit = logits[i] ?? 0;
      sum += value(samples[i] ?? 0, squashes ? sigmoid(logit) : logit);
    }
    return finish(sum, row);
  });
}

/** Variance of the numbers of each sample about their own mean. */
function variancesOf(samples: Float32Array, size: number): Float32Array {
  return Float32Array.from({ length: samples.length / size }, (_, row) => {
    let [sum, squares] = [0, 0];
    for (let i = row * size; i < (row + 1) * size; i++) {
      const value = samples[i] ?? 0;
      sum += value;
      squares += value * value;
    }
    return Math.max(0, squares / size - (sum / size) ** 2);
  });
}

/** Mean of the largest squared errors of each sample: at least one. */
function worstOfRows(answer: Answer, size: number, settings: Settings): Float32Array {
  const pixels = pixelsOf(answer.logits, settings);
  const kept = Math.max(1, Math.round(worstShare * size));
  const errors = new Float32Array(size);
  return Float32Array.from({ length: answer.samples.length / size }, (_, row) => {
    for (let i = 0; i < size; i++) {
      errors[i] = ((answer.samples[row * size + i] ?? 0) - (pixels[row * size + i] ?? 0)) ** 2;
    }
    errors.sort();
    return errors.subarray(size - kept).reduce((sum, error) => sum + error, 0) / kept;
  });
}

/** KL(N(mean, exp(logVar)) || N(0, 1)) of each sample, nats; 0 for a deterministic code. */
function klOfRows({ codes, logVars }: Answer, codeSize: number): Float32Array {
  const divergences = new Float32Array(codes.length / codeSize);
  logVars?.forEach((logVar, i) => {
    const row = Math.floor(i / codeSize);
    const kl = ((codes[i] ?? 0) ** 2 + Math.exp(logVar) - logVar - 1) / 2;
    divergences[row] = (divergences[row] ?? 0) + kl;
  });
  return divergences;
}

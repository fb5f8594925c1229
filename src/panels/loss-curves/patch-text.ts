// A change of the experiment in the few words that fit on the chart: in the field's symbols where there is one.
import type { Experiment, ExperimentPatch, Setting } from '../../core/experiment';

/** Words for a new value; a setting whose change begins a new run is never on the chart. */
type Words = { readonly [S in Setting]?: (value: Experiment[S]) => string };

const noises: Record<Experiment['noise'], string> = {
  none: 'off',
  gaussian: 'Gaussian',
  saltPepper: 'salt and pepper',
  masking: 'masking',
  block: 'block',
};
const optimizers: Record<Experiment['optimizer'], string> = { adam: 'Adam', rmsprop: 'RMSProp', sgd: 'SGD' };
const sparsities: Record<Experiment['sparsity'], string> = { none: 'off', l1: 'L1', kl: 'KL' };

const orOff = (name: string) => (value: number) => `${name} ${value === 0 ? 'off' : value}`;

/** In the order in which they are said. */
const words: Words = {
  codeSize: (size) => `code ${size}`,
  hidden: (widths) => `layers ${widths.join('·')}`,
  noise: (noise) => `noise ${noises[noise]}`,
  noiseLevel: (level) => `level ${level}`,
  inputDropout: orOff('dropout'),
  loss: (loss) => `loss ${loss.toUpperCase()}`,
  sparsity: (sparsity) => `sparsity ${sparsities[sparsity]}`,
  sparsityWeight: (lambda) => `λ ${lambda}`,
  targetActivation: (rho) => `ρ ${rho}`,
  beta: (beta) => `β ${beta}`,
  betaWarmUp: (epochs) => (epochs === 0 ? 'no warm-up' : `warm-up ${epochsText(epochs)}`),
  optimizer: (optimizer) => optimizers[optimizer],
  learningRate: (eta) => `η ${eta}`,
  schedule: (schedule) => `→ ${schedule}`,
  scheduleEpochs: (epochs) => `T ${epochsText(epochs)}`,
  weightDecay: orOff('decay'),
  gradientClip: orOff('clip'),
  batchSize: (size) => `batch ${size}`,
};

function epochsText(epochs: number): string {
  return `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`;
}

/** `code 32`, `noise Gaussian, level 0.5`, `η 0.001 → cosine`. */
export function patchText(patch: ExperimentPatch): string {
  return (Object.keys(words) as Setting[])
    .flatMap((setting) => wordsFor(setting, patch) ?? [])
    .join(', ')
    .replace(/(^|, )→/, patch.learningRate === undefined ? '$1η →' : ' →');
}

function wordsFor(setting: Setting, patch: ExperimentPatch): string | undefined {
  const value = patch[setting];
  const say = words[setting] as ((value: unknown) => string) | undefined;
  return value === undefined ? undefined : say?.(value);
}

// Settings that train a network to clean sound, by what it reads. Chosen on training notes that were held out meanwhile, never on the six
// notes of the test (measured in bench/results/sound-networks.json; docs/decisions/0023-sound-by-spectrum.md).
import { t } from '@lingui/core/macro';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import type { SoundRepresentation } from '../../core/sound/cleaning/clean-with-network';

export interface SoundPreset {
  label: string;
  summary: string;
  patch: ExperimentPatch & Required<Pick<ExperimentPatch, 'dataset'>>;
  /** Epochs after which its learning rate is as good as 0. */
  epochs: number;
}

const common: ExperimentPatch = {
  classes: [],
  architecture: 'dense',
  codeKind: 'deterministic',
  sparsity: 'none',
  codeActivation: 'linear',
  activation: 'relu',
  outputActivation: 'linear',
  inputDropout: 0,
  maskInput: 'off',
  loss: 'mse',
  lossOn: 'everything',
  optimizer: 'adam',
  schedule: 'cosine',
  weightDecay: 0,
  gradientClip: 0,
  batchSize: 128,
};

export const soundPresets = {
  spectrum: {
    label: t`Spectrogram`,
    summary: t`Reads pieces of the spectrogram, 12 frequencies by 12 frames. What it takes for sound decides how much of each frequency is kept; the phase stays noisy.`,
    patch: {
      ...common,
      dataset: 'piano-spectrum',
      noise: 'spectral',
      noiseLevel: 1,
      hidden: [512, 128],
      codeSize: 32,
      learningRate: 0.002,
      scheduleEpochs: 60,
    },
    epochs: 60,
  },
  raw: {
    label: t`Raw windows`,
    summary: t`Reads the waveform, 512 points at a time, without nonlinear layers: with them it learns the 24 notes by heart. A code of 128 numbers cannot hold the phase of every partial, so much is lost.`,
    patch: {
      ...common,
      dataset: 'piano',
      noise: 'gaussian',
      noiseLevel: 0.05,
      activation: 'linear',
      hidden: [512],
      codeSize: 128,
      batchSize: 32,
      learningRate: 0.001,
      scheduleEpochs: 60,
    },
    epochs: 60,
  },
} as const satisfies Record<SoundRepresentation['kind'], SoundPreset>;

// Settings that train a network to clean sound, by what it reads. Chosen on training notes that were held out meanwhile, never on the six
// notes of the test (measured in bench/results/sound-networks.json; docs/decisions/0023-sound-by-spectrum.md).
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
    label: 'Spectrogram',
    summary:
      'Reads pieces of the spectrogram, 16 frequencies by 8 frames. What it takes for sound decides how much of each frequency stays; the phase stays noisy.',
    patch: {
      ...common,
      dataset: 'piano-spectrum',
      noise: 'spectral',
      noiseLevel: 1,
      hidden: [256, 64],
      codeSize: 32,
      learningRate: 0.002,
      scheduleEpochs: 100,
    },
    epochs: 100,
  },
  raw: {
    label: 'Raw windows',
    summary:
      'Reads the waveform, 512 points at a time. A code of 128 numbers cannot hold the phase of every partial, so much is lost.',
    patch: {
      ...common,
      dataset: 'piano',
      noise: 'gaussian',
      noiseLevel: 0.05,
      hidden: [512, 256],
      codeSize: 128,
      learningRate: 0.001,
      scheduleEpochs: 100,
    },
    epochs: 100,
  },
} as const satisfies Record<SoundRepresentation['kind'], SoundPreset>;

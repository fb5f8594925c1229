// Settings that train a network to fill holes in, by what is missing. Chosen on held-out training samples, never on the test set
// (measured in bench/results/inpainting.json).
import { t } from '@lingui/core/macro';
import type { SampleText } from '../../core/samples/words/sample-words';
import type { ExperimentPatch } from '../../core/experiment/experiment';

export interface HolePreset {
  label: SampleText;
  summary: SampleText;
  patch: ExperimentPatch;
  /** Epochs after which its learning rate is as good as 0. */
  epochs: number;
  /** The holes that it is measured under. */
  holes: readonly ('block' | 'right-half')[];
}

const common: ExperimentPatch = {
  codeKind: 'deterministic',
  sparsity: 'none',
  codeActivation: 'linear',
  activation: 'relu',
  outputActivation: 'sigmoid',
  inputDropout: 0,
  loss: 'mse',
  lossOn: 'hole',
  optimizer: 'adam',
  schedule: 'cosine',
  weightDecay: 0,
  gradientClip: 0,
  batchSize: 128,
};

export const holePresets = {
  block: {
    label: ({ kind }) => (kind === 'image' ? t`Square hole` : t`Gap`),
    summary: ({ kind }) =>
      kind === 'image'
        ? t`A square of 3/7 of the side at a random position. Convolutional, and told where the hole is.`
        : t`A gap of 3/7 of the length at a random position. Convolutional, and told where the hole is.`,
    patch: {
      ...common,
      noise: 'block',
      noiseLevel: 3 / 7,
      maskInput: 'on',
      architecture: 'convolutional',
      convLayers: 2,
      filters: 32,
      codeSize: 128,
      learningRate: 0.0015,
      scheduleEpochs: 8,
    },
    epochs: 8,
    holes: ['block'],
  },
  side: {
    label: t`Right half`,
    summary: ({ many }) =>
      t`The right half, always. With input dropout, since the same hole in the same ${many} is soon learned by heart.`,
    patch: {
      ...common,
      noise: 'side',
      noiseLevel: 0.5,
      maskInput: 'off',
      architecture: 'dense',
      hidden: [512, 256],
      codeSize: 64,
      inputDropout: 0.2,
      learningRate: 0.0015,
      scheduleEpochs: 4,
    },
    epochs: 4,
    holes: ['right-half'],
  },
  any: {
    label: t`Any hole`,
    summary: ({ kind }) =>
      kind === 'image'
        ? t`Rectangles, sides and brush strokes of random position and size. Convolutional, and told where the hole is.`
        : t`Gaps of random position and length. Convolutional, and told where the hole is.`,
    patch: {
      ...common,
      noise: 'holes',
      noiseLevel: 0.7,
      maskInput: 'on',
      architecture: 'convolutional',
      convLayers: 2,
      filters: 32,
      codeSize: 128,
      learningRate: 0.0015,
      scheduleEpochs: 20,
    },
    epochs: 20,
    holes: ['block', 'right-half'],
  },
} satisfies Record<string, HolePreset>;

export type HolePresetId = keyof typeof holePresets;

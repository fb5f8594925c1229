// Settings that train a network to fill holes in, by what is missing. Chosen on held-out training samples
// (bench/inpainting.mjs), never on the test set.
import type { ExperimentPatch } from '../../core/experiment/experiment';

export interface HolePreset {
  label: string;
  summary: string;
  patch: ExperimentPatch;
}

export const holePresets = {
  block: {
    label: 'A square hole',
    summary: 'A square of 3/7 of the side, at random.',
    patch: { noise: 'block', noiseLevel: 3 / 7 },
  },
} satisfies Record<string, HolePreset>;

export type HolePresetId = keyof typeof holePresets;

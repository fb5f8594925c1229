// The holes that networks and their rivals are measured under: the same samples of the test set, with the same holes, for all.
import type { TestHoles } from '../core/inpainting/inpainting-api';
import { halfMask } from '../core/inpainting/damage/areas';
import { gridOf, pixelCount, type Mask } from '../core/inpainting/mask';
import { permutation, streams } from '../core/random';
import type { SampleShape } from '../core/samples/samples';
import { missingPixels, testNoiseStep } from './corrupt';

/** Samples measured; fewer where the test set has fewer. */
const measuredSamples = 1000;
/** Of the choice of samples, and of the places of the blocks. */
const seed = 1;
/** Side of the block as a share of the sample: 12 of 28. */
const blockLevel = 3 / 7;

export interface DamagedSamples {
  /** Indices into the set, `[n]`. */
  readonly indices: Uint32Array;
  /** `[n, pixels]`. */
  readonly masks: Uint8Array;
}

/** @param count of all samples of the set */
export function samplesWithHoles(holes: TestHoles, shape: SampleShape, count: number): DamagedSamples {
  const indices = permutation(count, seed, streams.pick, 0).slice(0, measuredSamples);
  return { indices, masks: masksOf(holes, shape, indices) };
}

function masksOf(holes: TestHoles, shape: SampleShape, indices: Uint32Array): Uint8Array {
  const pixels = pixelCount(shape);
  const same = (mask: Mask) => {
    const masks = new Uint8Array(indices.length * pixels);
    for (let row = 0; row < indices.length; row++) masks.set(mask, row * pixels);
    return masks;
  };
  switch (holes.kind) {
    case 'block': {
      const noise = { noise: 'block', noiseLevel: blockLevel, seed };
      return missingPixels(shape, indices, noise, testNoiseStep) ?? same(new Uint8Array(pixels));
    }
    case 'right-half':
      return same(halfMask(gridOf(shape), 'right'));
    case 'mask':
      return same(holes.mask);
    default:
      return holes satisfies never;
  }
}

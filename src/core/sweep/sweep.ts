// A sweep: the same experiment trained at several values of one setting, for the same number of steps each. Over the code
// size it gives the rate–distortion curve.
import { ranges, type Experiment } from '../experiment/experiment';
import { withPatch } from '../experiment/rules';
import type { Terms } from '../run/objective-terms';
import type { Samples, SampleShape } from '../samples/samples';

/** The settings that can be swept, each one number. `depth` and `width` are those of the hidden layers. */
export const sweptSettings = [
  'codeSize',
  'noiseLevel',
  'beta',
  'targetActivation',
  'depth',
  'width',
  'learningRate',
  'seed',
] as const;
export type SweptSetting = (typeof sweptSettings)[number];

export interface SweepPlan {
  base: Experiment;
  setting: SweptSetting;
  /** In training order, without repeats. */
  values: readonly number[];
  /** Training steps for each value. */
  steps: number;
}

/** What linear methods make of the test images that a point was measured on, with the same noise. */
export interface LinearPoint {
  sampleShape: SampleShape;
  /** Numbers in their code: the width of the network's narrowest layer, and no more than PCA has components. */
  size: number;
  /** Mean squared error per pixel of PCA with k components, `[K + 1]`; entry 0 is the error of the mean image. */
  pcaMse: Float32Array;
  /** The same of the best linear denoiser; null without noise, and for noise whose moments are not known. */
  denoiserMse: Float32Array | null;
  /** PCA of the point's ten images, `[10, sampleSize]`, as `keptValues` has them. */
  pcaImages: Samples['values'];
  /** The same of the linear denoiser; null where there is none, absent from points that were kept before it was drawn. */
  denoiserImages?: Samples['values'] | null;
}

/** A test error on the way, `[measurements]` each. */
export interface Course {
  readonly steps: readonly number[];
  readonly testMse: readonly number[];
}

/** One trained value. */
export interface SweepPoint {
  value: number;
  /** Code size it was trained with. */
  codeSize: number;
  steps: number;
  /** Mean squared error per pixel on all test images. */
  testMse: number;
  /** The terms of a Gaussian code's objective on the same images, in nats; absent from points that were kept before it was noted. */
  terms?: Terms;
  /** The ten test images shown with this value: their indices and classes, `[10]`. */
  indices: Uint32Array;
  labels: Uint16Array;
  /** `[10, sampleSize]` each, as `keptValues` has them. */
  originals: Samples['values'];
  reconstructions: Samples['values'];
  /** Passes over the training set; not known of points that were kept before it was noted. */
  epoch?: number;
  /** Its test error on the way; of a sweep over seeds only, and absent from points that were kept before it was noted. */
  course?: Course;
  /** Kept with the point, so that it stays when another data set is chosen; absent until it is computed. */
  linear?: LinearPoint;
}

/** The errors beside a point's own, at the width of its network's narrowest layer; null where not known. */
export function linearErrors({ linear }: Pick<SweepPoint, 'linear'>): {
  pca: number | null;
  denoiser: number | null;
} {
  if (linear === undefined) return { pca: null, denoiser: null };
  const at = (errors: Float32Array) => errors[Math.min(linear.size, errors.length - 1)] ?? null;
  return { pca: at(linear.pcaMse), denoiser: linear.denoiserMse && at(linear.denoiserMse) };
}

/** The experiment for one value of the plan. */
export function experimentAt(plan: Pick<SweepPlan, 'base' | 'setting'>, value: number): Experiment {
  const { setting } = plan;
  // All values train equally long.
  const base: Experiment = { ...plan.base, earlyStopping: 0 };
  switch (setting) {
    case 'depth': {
      const hidden = Array.from(
        { length: value },
        (_, layer) => base.hidden[layer] ?? base.hidden.at(-1) ?? ranges.hiddenWidth.min,
      );
      return withPatch(base, base.architecture === 'dense' ? { hidden } : { convLayers: value });
    }
    case 'width':
      return withPatch(
        base,
        base.architecture === 'dense' ? { hidden: base.hidden.map(() => value) } : { filters: value },
      );
    default:
      return withPatch(base, { [setting]: value });
  }
}

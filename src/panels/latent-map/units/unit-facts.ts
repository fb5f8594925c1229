// Facts about the code units: the measure that fits an experiment, and which units count as active or collapsed.
import { networkPlan } from '../../../catalog/architectures/registry';
import type { CodeStatistics, Snapshot } from '../../../core/engine-api/looking';
import type { Experiment } from '../../../core/experiment/experiment';
import type { SampleShape } from '../../../core/samples/samples';

/**
 * The per-unit measure for an experiment: KL divergence for a Gaussian code, mean activation for a sparse code,
 * otherwise variance between images.
 */
export type UnitMeasure = 'kl' | 'mean' | 'variance';

export function measureOf({ codeKind, sparsity }: Pick<Experiment, 'codeKind' | 'sparsity'>): UnitMeasure {
  if (codeKind === 'gaussian') return 'kl';
  return sparsity === 'none' ? 'variance' : 'mean';
}

/** The measure of each unit, `[codeSize]`; null where it was not measured. */
export function measured(statistics: CodeStatistics, measure: UnitMeasure): Float32Array | null {
  if (measure === 'kl') return statistics.kl;
  return measure === 'mean' ? statistics.meanActivation : statistics.variance;
}

/** Unit indices by descending value; ties by ascending index. */
export function largestFirst(values: Float32Array): Uint32Array {
  const units = Uint32Array.from(values, (_, unit) => unit);
  return units.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
}

/** Unit indices in ascending order, `[count]`. */
export function asBuilt(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, unit) => unit);
}

/** How many units of one code are active. */
export function activeUnits(code: Float32Array, threshold: number): number {
  return code.reduce((count, value) => count + (Math.abs(value) > threshold ? 1 : 0), 0);
}

/** The mean activations that are not exactly 0. */
export function dropSilentUnits(means: Float32Array): Float32Array {
  return means.filter((mean) => mean !== 0);
}

/** The statistics, or null if they belong to a code of another size or kind. */
export function statisticsFor(
  statistics: CodeStatistics | null,
  { codeSize, codeKind }: Pick<Experiment, 'codeSize' | 'codeKind'>,
): CodeStatistics | null {
  const fits =
    statistics?.meanActivation.length === codeSize && (statistics.kl !== null) === (codeKind === 'gaussian');
  return fits ? statistics : null;
}

/** The code of each image in the snapshot; null if the code size differs. */
export function codesOf({ codes, indices }: Snapshot, codeSize: number): Float32Array[] | null {
  if (codes.length !== indices.length * codeSize) return null;
  return Array.from(indices, (_, image) => codes.subarray(image * codeSize, (image + 1) * codeSize));
}

/** The code of the diagram's image, and that image as network input; null if it is one of the ten. */
export function focusBeside(
  snapshot: Snapshot,
  shape: SampleShape,
): { code: Float32Array; image: Float32Array } | null {
  const { focus, indices, experiment, activations } = snapshot;
  if (focus.kind === 'sample' && indices.includes(focus.index)) return null;
  const code = activations[networkPlan(experiment, shape).codeBoundary];
  const [image] = activations;
  return code?.length === experiment.codeSize && image ? { code, image } : null;
}

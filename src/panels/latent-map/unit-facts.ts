// What the code's units do: which number tells it for an experiment, and which units count as active or collapsed.
import { networkPlan } from '../../catalog/architectures/registry';
import type { CodeStatistics, Snapshot } from '../../core/engine-api';
import type { Experiment } from '../../core/experiment';
import type { SampleShape } from '../../core/samples';

/**
 * The number by which the units of an experiment are told apart: of a Gaussian code the information each carries, of a
 * sparse one how active each is, of any other how much it varies between images.
 */
export type UnitMeasure = 'kl' | 'mean' | 'variance';

/** Nats below which a unit of a Gaussian code has collapsed: it says nothing of the image. */
export const collapsedBelow = 0.01;

export function measureOf({ codeKind, sparsity }: Pick<Experiment, 'codeKind' | 'sparsity'>): UnitMeasure {
  if (codeKind === 'gaussian') return 'kl';
  return sparsity === 'none' ? 'variance' : 'mean';
}

/** The measure of each unit, `[codeSize]`; null where it was not measured. */
export function measured(statistics: CodeStatistics, measure: UnitMeasure): Float32Array | null {
  if (measure === 'kl') return statistics.kl;
  return measure === 'mean' ? statistics.meanActivation : statistics.variance;
}

/** Units, the largest value first; equal ones in the order of their numbers. */
export function largestFirst(values: Float32Array): Uint32Array {
  const units = Uint32Array.from(values, (_, unit) => unit);
  return units.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
}

/** Units in the order of their numbers, `[count]`. */
export function asBuilt(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, unit) => unit);
}

/** How many units of one code are active. */
export function activeUnits(code: Float32Array, threshold: number): number {
  return code.reduce((count, value) => count + (Math.abs(value) > threshold ? 1 : 0), 0);
}

export function collapsedUnits(kl: Float32Array): number {
  return kl.reduce((count, value) => count + (value < collapsedBelow ? 1 : 0), 0);
}

/** The statistics, unless they are of a code of another length or kind (the next ones are on their way). */
export function statisticsFor(
  statistics: CodeStatistics | null,
  { codeSize, codeKind }: Pick<Experiment, 'codeSize' | 'codeKind'>,
): CodeStatistics | null {
  const fits =
    statistics?.meanActivation.length === codeSize && (statistics.kl !== null) === (codeKind === 'gaussian');
  return fits ? statistics : null;
}

/** The codes of the snapshot's images, one by one; null where they are of another length. */
export function codesOf({ codes, indices }: Snapshot, codeSize: number): Float32Array[] | null {
  if (codes.length !== indices.length * codeSize) return null;
  return Array.from(indices, (_, image) => codes.subarray(image * codeSize, (image + 1) * codeSize));
}

/** The code of the image in the diagram, and the image as the network gets it; null where it is among the ten. */
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

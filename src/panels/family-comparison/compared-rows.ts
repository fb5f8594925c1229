// The rows of the same images, as pixels: the images once, then what each family makes of them.
import { families, type FamilyId } from '../../catalog/families/registry';
import type { Snapshot } from '../../core/engine-api';
import { familyIds } from '../../session/comparison-experiments';
import { meanSquaredError } from '../../core/squared-error';

export interface ComparedRow {
  /** Accessible name. */
  name: string;
  family: FamilyId | null;
  /** `[n, sampleSize]`, pixels in [0, 1]; null where this family has not answered for these images yet. */
  values: Float32Array | null;
  /** Mean squared error per pixel over these images, against the clean ones; null where it says nothing. */
  mse: number | null;
}

type Snapshots = Record<FamilyId, Snapshot | null | undefined>;

/**
 * @param indices the test images that are shown; a snapshot of others (it was on its way when they were changed) is not
 */
export function comparedRows(snapshots: Snapshots, indices: Uint32Array | null): ComparedRow[] {
  const shown = (id: FamilyId) => {
    const snapshot = snapshots[id];
    return snapshot && indices && sameIndices(snapshot.indices, indices) ? snapshot : null;
  };
  const some = familyIds.map(shown).find((snapshot) => snapshot !== null);
  const noisy = shown('denoising');
  return [
    { name: 'Original', family: null, values: some?.original ?? null, mse: null },
    {
      name: 'Noisy',
      family: null,
      values: noisy?.noisy ?? null,
      mse: noisy && meanSquaredError(noisy.noisy, noisy.original),
    },
    ...familyIds.map((family): ComparedRow => {
      const snapshot = shown(family);
      return {
        name: `Reconstructed by ${families[family].label}`,
        family,
        values: snapshot?.reconstructed ?? null,
        mse: snapshot && meanSquaredError(snapshot.reconstructed, snapshot.original),
      };
    }),
  ];
}

function sameIndices(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((index, place) => index === b[place]);
}

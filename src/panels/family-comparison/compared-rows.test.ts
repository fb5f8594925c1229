import { describe, expect, it } from 'vitest';
import { snapshotEvent } from '../../session/testing/fake-engine';
import { comparedRows } from './compared-rows';

const snapshot = snapshotEvent(1);
const others = { ...snapshot, indices: Uint32Array.from(snapshot.indices, (index) => index + 1) };
const none = { undercomplete: null, sparse: null, denoising: null, variational: null };

describe('the rows of the same images', () => {
  it('are the images, the noisy ones, and one row of each family', () => {
    const rows = comparedRows(
      { undercomplete: snapshot, sparse: snapshot, denoising: snapshot, variational: snapshot },
      snapshot.indices,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'Original',
      'Noisy',
      'Reconstructed by Undercomplete',
      'Reconstructed by Sparse',
      'Reconstructed by Denoising',
      'Reconstructed by Variational',
    ]);
    // Images of one grey each, one and two twelfths brighter.
    expect(rows.map(({ mse }) => mse && Math.round(mse * 144))).toEqual([null, 1, 4, 4, 4, 4]);
  });

  it('show nothing of a family that has answered for other images', () => {
    const rows = comparedRows({ ...none, sparse: snapshot, variational: others }, others.indices);
    expect(rows.filter(({ values }) => values !== null).map(({ name }) => name)).toEqual([
      'Original',
      'Reconstructed by Variational',
    ]);
    expect(rows[0]?.values).toBe(others.original);
  });

  it('are empty before the first answer', () => {
    expect(comparedRows(none, null).every(({ values }) => values === null)).toBe(true);
  });
});

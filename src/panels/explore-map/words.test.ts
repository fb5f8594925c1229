import { describe, expect, it } from 'vitest';
import type { CodePlane } from '../../core/engine-api/looking';
import { axesWords, distinctText, noMapText, pcaWords } from './words';

const plane: CodePlane = {
  axes: 'principal',
  explained: [0.4, 0.21],
  mean: new Float32Array(16),
  vectors: [new Float32Array(16), new Float32Array(16)],
};

it('says what the axes are, counting units from one', () => {
  expect(axesWords({ kind: 'units', x: 0, y: 4 }, plane, null)).toBe('unit 1 across, unit 5 up');
  expect(axesWords({ kind: 'plane' }, plane, null)).toBe(
    '2 principal axes of the code: 61 % of its variance',
  );
  expect(axesWords({ kind: 'plane' }, { ...plane, axes: 'code', explained: null }, null)).toBe(
    'the two numbers of the code',
  );
});

it('the share of two components is of all the variance, also where only they are known', () => {
  const all = 'first 2 components: 50 % of the variance';
  expect(pcaWords({ trainMse: Float32Array.of(10, 6, 5, 4, 0) })).toBe(all);
  expect(pcaWords({ trainMse: Float32Array.of(10, 6, 5) })).toBe(all);
});

describe('codes that are equal', () => {
  const equal = { codes: new Float32Array(60).fill(2), codeSize: 3 };
  /** 20 codes that differ in the first of three units only. */
  const onlyFirst = {
    codes: Float32Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? i : 7)),
    codeSize: 3,
  };
  const umap = { points: new Float32Array(40), count: 20, distinct: 20, step: 1 };

  it('have a sentence in place of a map', () => {
    expect(noMapText({ kind: 'plane' }, equal, null)).toMatch(/^All 20 codes are equal/);
    expect(noMapText({ kind: 'units', x: 0, y: 1 }, equal, null)).toMatch(/^All 20 codes are equal/);
    expect(noMapText({ kind: 'umap' }, equal, { ...umap, points: null, distinct: 1 })).toMatch(/^All 20/);
    expect(noMapText({ kind: 'umap' }, equal, { ...umap, points: null, distinct: 3 })).toMatch(
      'only 3 different values',
    );
  });

  it('in two units only are told by the units', () => {
    expect(noMapText({ kind: 'units', x: 1, y: 2 }, onlyFirst, null)).toMatch(/^Units 2 and 3 are the same/);
    expect(noMapText({ kind: 'units', x: 2, y: 2 }, onlyFirst, null)).toMatch(/^Unit 3 is the same/);
    expect(noMapText({ kind: 'units', x: 0, y: 2 }, onlyFirst, null)).toBeNull();
    expect(noMapText({ kind: 'plane' }, onlyFirst, null)).toBeNull();
  });

  it('are counted, where some are', () => {
    expect(distinctText(5000, 3210)).toBe('3,210 distinct codes');
    expect(distinctText(5000, 5000)).toBeNull();
  });
});

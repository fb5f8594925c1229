import { expect, it } from 'vitest';
import type { CodePlane } from '../../core/engine-api';
import { axesWords, pcaWords } from './map-words';

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

it('adds the variances, not the deviations, of two components', () => {
  expect(pcaWords(Float32Array.of(2, 1, 1, 2))).toBe('first 2 components: 50 % of the variance');
});

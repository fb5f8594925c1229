import { expect, test } from 'vitest';
import { bandPath, inUnits, linePath } from './band-paths';
import { verdictText } from './words';

const placing = { x: (point: number) => 10 * point, y: (value: number) => -value };

test('a band is in the units of the data, one deviation on either side of the mean', () => {
  const moments = { mean: Float32Array.of(0.5, 0, 0.25, 1), deviation: Float32Array.of(0.25, 0, 0.25, 0) };
  const band = inUnits(moments, () => [-2, 2], 0, 2);
  expect(band).toEqual({ mean: [0, -1], low: [-1, -2], high: [1, 0] });
  expect(linePath(band.mean, placing)).toBe('M0.0,0.0L10.0,1.0');
  expect(bandPath(band, placing)).toMatch(/^M0\.0,-1\.0L10\.0,-?0\.0L10\.0,2\.0L0\.0,1\.0Z$/);
});

test('the verdict says when the Gaussian is better, and when there is no difference', () => {
  const of = (generated: number, gaussian: number) => verdictText({ accuracy: { generated, gaussian } }, 8);
  expect(of(0.63, 0.87)).toMatch(
    /^The network’s samples are harder .* 8 principal components: 63 % against 87 %\.$/,
  );
  expect(of(0.91, 0.87)).toMatch(/^The samples of a Gaussian .* are harder/);
  expect(of(0.7, 0.71)).toMatch(/about as easy/);
  // Below a half, samples lie suspiciously near to real ones: as far from 0.5 is as bad.
  expect(of(0.2, 0.6)).toMatch(/^The samples of a Gaussian/);
});

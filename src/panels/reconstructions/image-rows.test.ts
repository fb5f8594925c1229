import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import { imageRows } from './image-rows';

const images = {
  original: Float32Array.from([0, 1, 0, 1]),
  noisy: Float32Array.from([0.5, 1, 0, 0.5]),
  reconstructed: Float32Array.from([0.25, 0.75, 0, 1]),
};

describe('the rows of reconstructions', () => {
  it('measure each row against the clean images, not against the noisy input', () => {
    const rows = imageRows({ ...images, experiment: { ...defaultExperiment, noise: 'gaussian' } });
    expect(rows.map(({ name, mse }) => [name, mse])).toEqual([
      ['Original', null],
      ['Noisy', 0.125],
      ['Reconstructed', 0.03125],
      ['Error', null],
    ]);
  });

  it('have no noisy row without noise', () => {
    const names = imageRows({ ...images, experiment: defaultExperiment }).map(({ name }) => name);
    expect(names).toEqual(['Original', 'Reconstructed', 'Error']);
  });

  it('show the error as the difference of what stands above it', () => {
    const [, , error] = imageRows({ ...images, experiment: defaultExperiment });
    expect(Array.from(error?.values ?? [])).toEqual([0.25, -0.25, 0, 0]);
  });
});

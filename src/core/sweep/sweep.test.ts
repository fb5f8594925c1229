import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../experiment/experiment';
import { experimentAt, sweptSettings, type LinearPoint, type SweepPoint } from './sweep';
import { tableCsv, tableText } from '../table';
import { sweepTable } from './sweep-table';

const convolutional: Experiment = { ...defaultExperiment, architecture: 'convolutional' };

describe('the experiment at a value', () => {
  it('differs from the base in the swept setting only', () => {
    for (const setting of ['codeSize', 'learningRate'] as const) {
      expect(experimentAt({ base: defaultExperiment, setting }, 1)).toEqual({
        ...defaultExperiment,
        [setting]: 1,
      });
    }
    expect(sweptSettings).toHaveLength(8);
  });

  it('has as many hidden layers as the depth, repeating the last one if needed', () => {
    const hidden = (depth: number) =>
      experimentAt({ base: defaultExperiment, setting: 'depth' }, depth).hidden;
    expect([hidden(1), hidden(2), hidden(4)]).toEqual([[256], [256, 64], [256, 64, 64, 64]]);
    expect(experimentAt({ base: convolutional, setting: 'depth' }, 3).convLayers).toBe(3);
  });

  it('has hidden layers of the swept width', () => {
    expect(experimentAt({ base: defaultExperiment, setting: 'width' }, 32).hidden).toEqual([32, 32]);
    expect(experimentAt({ base: convolutional, setting: 'width' }, 8).filters).toBe(8);
  });
});

describe('the table of a sweep', () => {
  const linear: LinearPoint = {
    sampleShape: [3, 1],
    size: 1,
    pcaMse: Float32Array.of(1, 0.5, 0.25, 0.125),
    denoiserMse: null,
    pcaImages: new Uint8Array(0),
  };
  const point = (value: number, testMse: number, beside?: Partial<LinearPoint>) =>
    ({
      ...{ value, codeSize: value, steps: 100, testMse },
      ...(beside && { linear: { ...linear, ...beside } }),
    }) as SweepPoint;
  const record = {
    name: 'Dense, "mine"',
    plan: { base: defaultExperiment, setting: 'codeSize', values: [4, 1], steps: 100 } as const,
    points: [
      point(4, 0.02, { size: 4 }),
      point(1, 0.05, { denoiserMse: Float32Array.of(1, 0.25, 0.2, 0.1) }),
    ],
  };

  it('is sorted by value and lists linear methods at the narrowest layer, or at their largest size', () => {
    const { rows } = sweepTable(record);
    expect(rows.map((row) => row.slice(2))).toEqual([
      [1, 1, 100, 0.05, 0.5, 0.1, 0.25, 1],
      [4, 4, 100, 0.02, 0.125, 0.16, null, 4],
    ]);
  });

  it('exports CSV with doubled quotes and empty gaps', () => {
    const bare = { ...record, points: [point(1, 0.05)] };
    const [head, first] = tableCsv(sweepTable(bare)).split('\r\n');
    expect(head).toBe(
      '\ufeffsweep,setting,value,code size,steps,test MSE,PCA test MSE,ratio to PCA,linear denoiser test MSE,narrowest layer',
    );
    expect(first).toBe('"Dense, ""mine""",codeSize,1,1,100,0.05,,,,');
    expect(tableText(sweepTable(bare)).split('\n')[1]?.split('\t')).toHaveLength(10);
    const gaussian = {
      ...bare,
      points: bare.points.map((point) => ({ ...point, terms: { reconstruction: 90, kl: 21 } })),
    };
    expect(sweepTable(gaussian).rows[0]?.slice(-2)).toEqual([90, 21]);
  });
});

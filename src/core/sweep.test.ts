import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from './experiment';
import { experimentAt, sweptSettings, type SweepPoint } from './sweep';
import { sweepTable, tableCsv, tableText } from './sweep-table';

const convolutional: Experiment = { ...defaultExperiment, architecture: 'convolutional' };

describe('the experiment at a value', () => {
  it('differs from the base in what is swept, and in nothing else', () => {
    for (const setting of ['codeSize', 'learningRate'] as const) {
      expect(experimentAt({ base: defaultExperiment, setting }, 1)).toEqual({
        ...defaultExperiment,
        [setting]: 1,
      });
    }
    expect(sweptSettings).toHaveLength(7);
  });

  it('has as many hidden layers as the depth says, the last of them again where there were fewer', () => {
    const hidden = (depth: number) =>
      experimentAt({ base: defaultExperiment, setting: 'depth' }, depth).hidden;
    expect([hidden(1), hidden(2), hidden(4)]).toEqual([[256], [256, 64], [256, 64, 64, 64]]);
    expect(experimentAt({ base: convolutional, setting: 'depth' }, 3).convLayers).toBe(3);
  });

  it('has layers as wide as the width says', () => {
    expect(experimentAt({ base: defaultExperiment, setting: 'width' }, 32).hidden).toEqual([32, 32]);
    expect(experimentAt({ base: convolutional, setting: 'width' }, 8).filters).toBe(8);
  });
});

describe('the table of a sweep', () => {
  const point = (value: number, testMse: number) =>
    ({ value, codeSize: value, steps: 100, testMse }) as SweepPoint;
  const record = {
    name: 'Dense, "mine"',
    plan: { base: defaultExperiment, setting: 'codeSize', values: [4, 1], steps: 100 } as const,
    points: [point(4, 0.02), point(1, 0.05)],
  };
  const model = { mean: new Float32Array(3), testMse: Float32Array.of(1, 0.5, 0.25, 0.125) };

  it('stands by rising value, beside PCA at as many numbers, or as many as there can be', () => {
    const { rows } = sweepTable(record, model);
    expect(rows.map((row) => row.slice(2))).toEqual([
      [1, 1, 100, 0.05, 0.5, 0.1],
      [4, 4, 100, 0.02, 0.125, 0.16],
    ]);
  });

  it('is a file that other programs read: quotes doubled, gaps empty', () => {
    const [head, first] = tableCsv(sweepTable(record, null)).split('\r\n');
    expect(head).toBe('sweep,setting,value,code size,steps,test MSE,PCA test MSE,ratio to PCA');
    expect(first).toBe('"Dense, ""mine""",codeSize,1,1,100,0.05,,');
    expect(tableText(sweepTable(record, null)).split('\n')[1]?.split('\t')).toHaveLength(8);
  });
});

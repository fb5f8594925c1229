import { describe, expect, it } from 'vitest';
import type { RunMark } from '../../core/run/run-mark';
import { chartMarks } from './chart-marks';

const code = (step: number, codeSize: number): RunMark => ({ kind: 'changed', step, patch: { codeSize } });

describe('marks on the chart', () => {
  it('make one of a drag, at its first step, with the value it ended at', () => {
    expect(chartMarks([code(500, 17), code(503, 20), code(511, 32)], 1000)).toEqual([
      { x: 500, label: 'code 32' },
    ]);
  });

  it('stay apart when they are far apart or of different settings', () => {
    const noise: RunMark = { kind: 'changed', step: 501, patch: { noise: 'gaussian', noiseLevel: 0.5 } };
    expect(chartMarks([code(100, 8), code(500, 9), noise, code(502, 10)], 1000)).toEqual([
      { x: 100, label: 'code 8' },
      { x: 500, label: 'code 9' },
      { x: 501, label: 'noise Gaussian, level 0.5' },
      { x: 502, label: 'code 10' },
    ]);
  });

  it('say where a run was set back', () => {
    expect(chartMarks([{ kind: 'restored', step: 40 }], 100)).toEqual([{ x: 40, label: 'set back' }]);
  });
});

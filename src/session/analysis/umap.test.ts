import { beforeEach, describe, expect, it } from 'vitest';
import type { AnalysisProgress, UmapLayout, UmapRequest } from '../../core/analysis-api';
import type { TestCodes } from '../../core/engine-api/looking';
import { defaultExperiment } from '../../core/experiment/experiment';
import { newRun, type Run } from '../runs/run';
import { settle } from '../testing/test-session';
import { createUmap, type Umap } from './umap';

interface Asked {
  request: UmapRequest;
  tell: (progress: AnalysisProgress) => void;
  answer: (layout: UmapLayout | null) => void;
  fail: (message: string) => void;
}

/** Five codes of two numbers. */
const codes = Float32Array.from({ length: 10 }, (_, i) => i);
const testCodes = { codes, codeSize: 2, step: 30 } as TestCodes;

describe('the UMAP of the test images', () => {
  let asked: Asked[];
  let cancelled: number;
  let umap: Umap;
  let run: Run;
  const state = () => umap.store.getState();

  beforeEach(() => {
    asked = [];
    cancelled = 0;
    run = { ...newRun('1', defaultExperiment, null), testCodes };
    umap = createUmap(
      {
        umap: (request, tell) =>
          new Promise((answer, reject) => {
            asked.push({ request, tell, answer, fail: (message) => reject(new Error(message)) });
          }),
        cancel: () => cancelled++,
      },
      { getState: () => run },
    );
  });

  it('is of the first test images, has no point for the others, and names the step of its codes', async () => {
    umap.compute(3);
    expect(asked[0]?.request).toMatchObject({ codes: codes.slice(0, 6), codeSize: 2, seed: 1 });
    asked[0]?.tell({ message: { code: 'umap.neighbours' }, share: 0.1 });
    expect(state().progress?.share).toBe(0.1);
    // The run trains on while it is computed.
    run = { ...run, testCodes: { ...testCodes, step: 90 } };
    asked[0]?.answer({ points: Float32Array.of(1, 2, 3, 4, 5, 6), distinct: 3 });
    await settle();
    expect(state()).toEqual({
      progress: null,
      failure: null,
      map: {
        points: Float32Array.of(1, 2, 3, 4, 5, 6, NaN, NaN, NaN, NaN),
        count: 3,
        distinct: 3,
        step: 30,
      },
    });
  });

  it('has no points where too few codes are distinct, but says how many were looked at', async () => {
    umap.compute(100);
    asked[0]?.answer({ points: null, distinct: 1 });
    await settle();
    expect(state().map).toEqual({ points: null, count: 5, distinct: 1, step: 30 });
  });

  it('takes fewer epochs for more points', () => {
    run = { ...run, testCodes: { ...testCodes, codes: new Float32Array(6000) } };
    umap.compute(3000);
    umap.compute(1000);
    expect(asked.map(({ request }) => request.epochs)).toEqual([200, 400]);
  });

  it('asks nothing while there are no codes', () => {
    run = { ...run, testCodes: null };
    umap.compute(3);
    expect(asked).toEqual([]);
    expect(state().progress).toBeNull();
  });

  it('keeps the map before when it is cancelled or fails, and drops it with its network', async () => {
    umap.compute(3);
    asked[0]?.answer({ points: new Float32Array(6), distinct: 3 });
    await settle();
    umap.compute(5);
    umap.cancel();
    expect(cancelled).toBe(1);
    asked[1]?.answer({ points: new Float32Array(10), distinct: 5 });
    await settle();
    expect(state()).toMatchObject({ progress: null, map: { count: 3 } });
    umap.compute(5);
    asked[2]?.fail('no memory');
    await settle();
    expect(state()).toMatchObject({ failure: { detail: 'no memory' }, map: { count: 3 } });
    umap.forget();
    expect(state()).toEqual({ progress: null, failure: null, map: null });
  });

  it('of another network that comes late is dropped', async () => {
    umap.compute(3);
    umap.forget();
    asked[0]?.answer({ points: new Float32Array(6), distinct: 3 });
    await settle();
    expect(state().map).toBeNull();
  });
});

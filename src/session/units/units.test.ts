import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { LayerActivations } from '../../core/engine-api/units';
import { defaultExperiment } from '../../core/experiment/experiment';
import { newRun, type Run } from '../runs/run';
import { createUnits } from './units';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

/** A run, and an engine that answers after 100 ms under the weights of that moment. */
function setUp() {
  const store = createStore<Run>()(() => ({ ...newRun('1', defaultExperiment, null), step: 3 }));
  const asked: number[] = [];
  let cancelled = 0;
  let answers: 'all' | 'none' | 'fails' = 'all';
  const units = createUnits({
    mainRun: { store },
    questions: {
      async layerActivations(boundary, onShare) {
        asked.push(boundary);
        onShare(0.5);
        const { runId, step } = store.getState();
        await new Promise((resolve) => setTimeout(resolve, 100));
        if (answers === 'fails') throw new Error('out of memory');
        const layer: LayerActivations = {
          ...{ runId, step, boundary, units: 1, count: 1 },
          values: new Float32Array(1),
        };
        return answers === 'none' ? null : layer;
      },
      cancelLayerActivations: () => cancelled++,
    },
  });
  const set = (next: typeof answers) => (answers = next);
  return { store, units, asked, set, cancelled: () => cancelled };
}

it('a layer is measured when it is opened, and its share is told meanwhile', async () => {
  const { units, asked } = setUp();
  units.follow(2);
  expect(units.store.getState()).toMatchObject({ layer: null, share: 0.5 });
  await vi.advanceTimersByTimeAsync(100);
  expect(units.store.getState()).toMatchObject({ layer: { boundary: 2, step: 3 }, share: null });
  expect(asked).toEqual([2]);
});

it('while the run trains it rests between two measurements; at a pause it measures at once', async () => {
  const { store, units, asked } = setUp();
  store.setState({ wantsTraining: true });
  units.follow(2);
  await vi.advanceTimersByTimeAsync(100);
  for (let second = 0; second < 5; second++) {
    store.setState(({ step }) => ({ step: step + 1 }));
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1100);
  expect(asked).toHaveLength(2);
  store.setState({ wantsTraining: false, step: 9 });
  await vi.advanceTimersByTimeAsync(100);
  expect(units.store.getState().layer?.step).toBe(9);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(3);
});

it('another layer, or another run, shows nothing of the one before and does not wait', async () => {
  const { store, units, asked, cancelled } = setUp();
  store.setState({ wantsTraining: true });
  const leave = units.follow(2);
  await vi.advanceTimersByTimeAsync(100);
  leave();
  units.follow(1);
  expect(units.store.getState().layer).toBeNull();
  expect(cancelled()).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(units.store.getState().layer?.boundary).toBe(1);
  store.setState({ runId: '2', wantsTraining: false });
  expect(units.store.getState().layer).toBeNull();
  await vi.advanceTimersByTimeAsync(100);
  expect(units.store.getState().layer?.runId).toBe('2');
  expect(asked).toEqual([2, 1, 1]);
});

it('asks again soon where there was no answer yet, and only on request after a failure', async () => {
  const { units, asked, set } = setUp();
  set('none');
  units.follow(2);
  await vi.advanceTimersByTimeAsync(700);
  expect(asked).toHaveLength(2);
  set('fails');
  await vi.advanceTimersByTimeAsync(10_000);
  const count = asked.length;
  expect(units.store.getState()).toMatchObject({ share: null, failure: { detail: 'out of memory' } });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(count);
  set('all');
  units.retry();
  await vi.advanceTimersByTimeAsync(100);
  expect(units.store.getState()).toMatchObject({ layer: { boundary: 2 }, failure: null });
});

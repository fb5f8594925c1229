import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { DataProgress } from '../../../core/engine-api/events';
import { defaultExperiment } from '../../../core/experiment/experiment';
import { createNotices, type Notices } from '../../page/notices';
import { newRun, type Run } from '../../runs/run';
import type { EngineState } from '../engine-state';
import { watchForSlowness } from './slow-notice';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const arrived = (loadedBytes: number): DataProgress => ({
  type: 'data-progress',
  dataset: 'mnist',
  loadedBytes,
  totalBytes: 100,
  trainReady: loadedBytes,
  trainTotal: 100,
});

function watch() {
  const run = createStore<Run>()(() => newRun('1', defaultExperiment, null));
  const engine = createStore<EngineState>()(() => ({ phase: 'starting', choice: 'auto', backend: null }));
  const notices: Notices = createNotices();
  const stop = watchForSlowness({ run, engine, notices });
  const said = () => notices.store.getState().map(({ message }) => message);
  return { run, engine, said, stop };
}

it.each([
  ['backend', 'stage.starting', 'The engine is slow to start.'],
  ['data', 'stage.reading-data', 'No data has arrived for 10 seconds.'],
  ['network', 'stage.building-network', 'Preparing this network is taking a long time.'],
  ['warm-up', 'stage.warming-up', 'Preparing this network is taking a long time.'],
] as const)('says what hangs in the stage "%s" after ten seconds, until it moves on', (stage, code, text) => {
  const { run, said } = watch();
  run.setState({ stage, stageMessage: { code } });
  vi.advanceTimersByTime(9_999);
  expect(said()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(said()).toEqual([text]);
  run.setState({ stage: 'ready', stageMessage: { code: 'stage.ready' }, data: arrived(100) });
  expect(said()).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual([]);
});

it('says so when a transfer stalls while the run trains, and takes it back with the next bytes', () => {
  const { run, said } = watch();
  run.setState({ stage: 'ready', data: arrived(40) });
  vi.advanceTimersByTime(9_000);
  run.setState({ data: arrived(50) });
  run.setState({ step: 12 });
  vi.advanceTimersByTime(9_000);
  expect(said()).toEqual([]);
  run.setState({ step: 13 });
  vi.advanceTimersByTime(1_000);
  expect(said()).toEqual(['No data has arrived for 10 seconds.']);
  run.setState({ data: arrived(60) });
  expect(said()).toEqual([]);
});

it('says nothing where another notice does: a file that failed, an engine that was given up', () => {
  const { run, engine, said } = watch();
  run.setState({
    stage: 'data',
    failedShards: [
      { type: 'data-failed', dataset: 'mnist', shard: 'a', message: { code: 'data.missing', file: 'a' } },
    ],
  });
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual([]);
  run.setState({ stage: 'backend', failedShards: [] });
  engine.setState({ phase: 'stopped' });
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual([]);
});

it('ends with the session', () => {
  const { said, stop } = watch();
  stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual([]);
});

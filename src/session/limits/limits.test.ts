import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatasetId } from '../../core/experiment/dataset-id';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { CodedError } from '../../core/failure';
import type { ForeignQuestion, ForeignSamples } from '../../core/limits/limits-api';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import type { Session } from '../session';
import { progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { createTestSession, settle, startTestSession } from '../testing/test-session';
import { noAnalysis } from '../testing/fake-analysis';
import { createLimits } from './limits';
import { paced } from './paced';
import { createPhotographRoom } from './photograph';

const asked: ForeignQuestion[] = [];
/** Two samples of all 1; sketches cannot be read. */
function foreignSamples(question: ForeignQuestion): Promise<ForeignSamples> {
  asked.push(question);
  if (question.tested === 'quickdraw')
    return Promise.reject(new CodedError({ code: 'data.stalled', file: 'test-0.shard', seconds: 15 }));
  return Promise.resolve({
    samples: new Float32Array(2 * 784).fill(1),
    meanMse: 0.25,
    pcaMse: 0.1,
    pcaPictures: new Float32Array(2 * 784),
    ownShape: [32, 32, 3],
  });
}
const analysis = { ...noAnalysis, foreignSamples };
/** What the network makes of samples: everything half as bright. */
const reconstruct = (runId: string, samples: Float32Array) =>
  Promise.resolve({ runId, step: 50, images: samples.map((value) => value / 2) });

let session: Session;
let engine: FakeEngine;
const table = () => session.applications.open(createLimits).table;
const state = () => table().store.getState();
const built = () =>
  engine.commands.filter(([name]) => name === 'build').map(([, , experiment]) => experiment);

beforeEach(() => {
  asked.length = 0;
  ({ session, engine } = createTestSession({ analysis }));
  engine.answerWith({ reconstruct });
});
afterEach(() => vi.useRealTimers());

/** The row under way begins, trains to its last step and is tested. */
async function trainRow(): Promise<void> {
  await settle();
  const runId = engine.runId();
  const experiment = engine.commands.findLast(([name]) => name === 'build')?.[2] as Experiment;
  engine.emit(startedEvent(runId, experiment));
  engine.emit(progressEvent(runId, 50, [0.1]));
  engine.emit({ type: 'paused', runId, step: 50, reason: 'finished' });
  await settle();
}

describe('the missing rows', () => {
  const sets: DatasetId[] = ['mnist', 'patches'];

  it('are trained one after the other and tested on every column', async () => {
    table().setSteps(50);
    table().trainMissing(sets);
    expect(state().training).toMatchObject({ dataset: 'mnist', place: 0, count: 2, steps: 50, share: 0 });
    await trainRow();
    expect(state().training).toMatchObject({ dataset: 'patches', place: 1, share: 0.5 });
    await trainRow();
    expect(state().training).toBeNull();
    expect(built()).toMatchObject([{ dataset: 'mnist' }, { dataset: 'patches' }]);
    expect(engine.commands.filter(([name]) => name === 'play').map(([, , last]) => last)).toEqual([50, 50]);
    // Half of 1 is wrong by 0.5 everywhere.
    expect(state().rows.patches?.cells.mnist).toMatchObject({ mse: 0.25, pcaMse: 0.1, count: 2, step: 50 });
    expect(state().rows.mnist).toMatchObject({ steps: 50, codeSize: 16, shape: [28, 28, 1] });
    expect(asked.map(({ tested, fittedTo }) => [fittedTo.dataset, tested])).toEqual([
      ['mnist', 'mnist'],
      ['mnist', 'patches'],
      ['patches', 'mnist'],
      ['patches', 'patches'],
    ]);
    expect(engine.disposed()).toBe(1);
  });

  it('that are there already are not trained again, unless another code is chosen', async () => {
    table().trainMissing(['mnist']);
    await trainRow();
    table().trainMissing(['mnist']);
    expect(state().training).toBeNull();
    session.run.change({ codeSize: 8 });
    table().trainMissing(['mnist']);
    // The main run has not begun, so the change has not reached it.
    session.run.store.setState({ experiment: session.run.experiment.getState() });
    table().trainMissing(['mnist']);
    expect(state().training).toMatchObject({ dataset: 'mnist' });
    table().cancel();
    expect(state()).toMatchObject({ training: null, rows: { mnist: { codeSize: 16 } } });
  });

  it('whose data cannot be read say so, and the others are trained', async () => {
    table().trainMissing(['quickdraw', 'mnist']);
    await settle();
    const message = { code: 'data.missing', file: 'manifest.json' } as const;
    engine.emit({ type: 'data-failed', dataset: 'quickdraw', shard: 'manifest.json', message });
    expect(state()).toMatchObject({ failures: { quickdraw: message }, training: { dataset: 'mnist' } });
    // One that comes late is of no row any more.
    engine.emit({ type: 'data-failed', dataset: 'quickdraw', shard: 'test-0.shard', message });
    await trainRow();
    expect(state().training).toBeNull();
    // A column that cannot be read is a cell that says so.
    expect(state().rows.mnist?.cells.quickdraw).toMatchObject({ failure: { code: 'data.stalled' } });
    expect(state().rows.mnist?.cells.mnist).toMatchObject({ mse: 0.25 });
  });

  it('without an engine all say why', async () => {
    engine.refuseAlways('no backend');
    table().trainMissing(sets);
    await vi.waitFor(() => expect(state().training).toBeNull());
    expect(Object.keys(state().failures)).toEqual(sets);
  });
});

it('the main run is tested while somebody looks, and again with other weights', async () => {
  ({ session, engine } = await startTestSession({ analysis }));
  engine.answerWith({ reconstruct });
  const runId = engine.runId();
  const stop = table().watch(['mnist', 'patches']);
  await settle();
  expect(asked).toEqual([]); // nothing was learned yet
  engine.emit({
    type: 'data-progress',
    dataset: 'mnist',
    loadedBytes: 1,
    totalBytes: 1,
    trainReady: digitsInfo.trainCount,
    trainTotal: digitsInfo.trainCount,
  });
  engine.emit(progressEvent(runId, 50, [0.1]));
  await vi.waitFor(() => expect(state().live).not.toBeNull());
  expect(state().live).toMatchObject({ dataset: 'mnist', experiment: defaultExperiment, steps: 50 });
  expect(state().live?.cells.patches).toMatchObject({ mse: 0.25, meanMse: 0.25 });
  const questions = () => engine.commands.filter(([name]) => name === 'reconstruct').length;
  expect(questions()).toBe(2);
  engine.emit(progressEvent(runId, 60, [0.1]));
  await vi.waitFor(() => expect(questions()).toBe(4));
  // The samples are the same: they are not fetched again.
  expect(asked).toHaveLength(2);
  stop();
  engine.emit(progressEvent(runId, 70, [0.1]));
  await settle();
  expect(questions()).toBe(4);
});

it('a question that is asked again and again rests nine times as long as it takes', async () => {
  vi.useFakeTimers();
  let isTraining = true;
  let count = 0;
  const ask = paced(
    async () => {
      count++;
      await new Promise((resolve) => setTimeout(resolve, 100));
    },
    () => isTraining,
  );
  const loop = async () => {
    while (count < 12) await ask();
  };
  const ended = loop();
  await vi.advanceTimersByTimeAsync(10_050);
  expect(count).toBe(11);
  isTraining = false;
  await vi.advanceTimersByTimeAsync(1100);
  await ended;
  expect(count).toBe(12);
});

describe('a photograph', () => {
  const picture = { width: 2, height: 1, rgba: new Uint8ClampedArray(8).fill(255) };
  const read = (blob: Blob, file: string | null) =>
    blob.type === 'text/plain'
      ? Promise.reject(new CodedError({ code: 'drawing.not-a-picture', file }))
      : Promise.resolve(picture);

  it('that is none leaves the one before, and says what is wrong', async () => {
    const room = createPhotographRoom(() => Promise.resolve(new Blob([])), read);
    await room.choose('nagasaki-boats');
    expect(room.store.getState().shown).toMatchObject({ id: 'nagasaki-boats', picture: { width: 2 } });
    await room.take(new Blob(['text'], { type: 'text/plain' }), 'notes.txt');
    expect(room.store.getState()).toMatchObject({
      shown: { id: 'nagasaki-boats' },
      chosen: 'nagasaki-boats',
      failure: { code: 'drawing.not-a-picture', file: 'notes.txt' },
    });
    await room.take(new Blob([]), 'mine.jpg');
    expect(room.store.getState()).toMatchObject({ shown: { id: null, file: 'mine.jpg' }, failure: null });
  });

  it('that comes late does not take the place of a newer one', async () => {
    let arrive: (blob: Blob) => void = () => undefined;
    const room = createPhotographRoom(() => new Promise((resolve) => (arrive = resolve)), read);
    const late = room.choose('nagasaki-boats');
    expect(room.store.getState().chosen).toBe('nagasaki-boats');
    await room.take(new Blob([]), 'mine.jpg');
    arrive(new Blob([]));
    await late;
    expect(room.store.getState().shown).toMatchObject({ file: 'mine.jpg' });
  });
});

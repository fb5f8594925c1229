import { beforeEach, describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import type { Checkpoint } from '../../core/run/checkpoint';
import type { Session } from '../session';
import { progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { snapshotEvent } from '../testing/snapshot-event';
import { createTestSession, settle } from '../testing/test-session';
import { statusOf } from './comparison';

const stepsInEpoch = 469;

describe('the four families side by side', () => {
  let session: Session;
  let engine: FakeEngine;
  const comparison = () => session.comparison.store.getState();
  const status = () => statusOf(comparison());
  const names = () => engine.commands.map(([name]) => name);
  const commandsSince = async (act: () => void) => {
    engine.commands.length = 0;
    act();
    await settle();
    return [...engine.commands];
  };
  /** The four are built by the engine. Their ids, in the order of the families. */
  const begin = () => {
    session.families.start();
    const built = engine.commands.filter(([name]) => name === 'buildBeside');
    built.forEach(([, runId, experiment]) =>
      engine.emit(startedEvent(runId as string, experiment as Experiment)),
    );
    return built.map(([, runId]) => runId as string);
  };
  const progress = (runId: string | undefined, step: number) => progressEvent(runId ?? '', step, [0.1]);

  beforeEach(async () => {
    ({ session, engine } = createTestSession());
    session.start();
    await settle();
    engine.emit(startedEvent(engine.runId()));
    engine.commands.length = 0;
  });

  it('are built beside the main run, and train to the end of the epoch once they stand', () => {
    const runIds = begin();
    expect(new Set(runIds).size).toBe(4);
    expect(runIds).not.toContain(session.run.store.getState().runId);
    const plays = engine.commands.filter(([name]) => name === 'play');
    expect(plays).toEqual(runIds.map((runId) => ['play', runId, stepsInEpoch]));
    expect(names()).not.toContain('build');
    expect(status()).toBe('training');
  });

  it('pause and go on together, but for one that has no steps left', async () => {
    const runIds = begin();
    engine.emit(progress(runIds[0], stepsInEpoch));
    const paused = await commandsSince(() => session.families.toggle());
    expect(paused).toEqual(runIds.map((runId) => ['pause', runId]));
    expect(status()).toBe('paused');
    const played = await commandsSince(() => session.families.toggle());
    expect(played).toEqual(runIds.slice(1).map((runId) => ['play', runId, stepsInEpoch]));
  });

  it('wait for the person when they are paused while they are being built', async () => {
    session.families.start();
    session.comparison.pause();
    const [, runId, experiment] = engine.commands[0] ?? [];
    const given = await commandsSince(() =>
      engine.emit(startedEvent(runId as string, experiment as Experiment)),
    );
    expect(given).toEqual([]);
    const goneOn = await commandsSince(() => session.families.toggle());
    expect(goneOn).toEqual([['play', runId, stepsInEpoch]]);
  });

  it('are finished after their epoch, and go on when more epochs are asked for', async () => {
    const runIds = begin();
    runIds.forEach((runId) => engine.emit(progress(runId, stepsInEpoch)));
    expect(status()).toBe('finished');
    expect(comparison().wantsTraining).toBe(false);
    session.comparison.chooseEpochs(2);
    expect(status()).toBe('paused');
    const given = await commandsSince(() => session.families.toggle());
    expect(given).toEqual(runIds.map((runId) => ['play', runId, 938]));
  });

  it('follow another number of epochs while they train', async () => {
    session.comparison.chooseEpochs(2);
    const runIds = begin();
    engine.emit(progress(runIds[2], 500));
    const more = await commandsSince(() => session.comparison.chooseEpochs(5));
    expect(more).toEqual(runIds.map((runId) => ['play', runId, 2344]));
    const fewer = await commandsSince(() => session.comparison.chooseEpochs(1));
    expect(fewer[2]).toEqual(['pause', runIds[2]]);
    expect(fewer[3]).toEqual(['play', runIds[3], stepsInEpoch]);
  });

  it('are ended by Stop, and built anew by the next start', async () => {
    const runIds = begin();
    const stopped = await commandsSince(() => session.comparison.stop());
    expect(stopped).toEqual(runIds.map((runId) => ['end', runId]));
    expect(status()).toBe('ended');
    const again = await commandsSince(() => session.families.toggle());
    expect(again.map(([name]) => name)).toEqual(Array(4).fill('buildBeside'));
    expect(again.map(([, runId]) => runId)).not.toContain(runIds[0]);
  });

  it('make room for the next four when they are started again', async () => {
    const runIds = begin();
    const again = await commandsSince(() => session.families.start());
    expect(again.slice(0, 4)).toEqual(runIds.map((runId) => ['end', runId]));
  });

  it('are over when the main run is built anew, and say so', () => {
    begin();
    session.run.reset();
    expect(comparison()).toMatchObject({ ended: 'rebuilt', wantsTraining: false });
  });

  it('go on while the main run is bent', () => {
    begin();
    session.run.change({ codeSize: 9 });
    expect(status()).toBe('training');
  });

  const checkpoint = (step: number, experiment: Experiment): Checkpoint => ({
    experiment,
    step,
    samplesPassed: 128 * step,
    weights: [],
    optimizer: { updates: step, slots: [] },
  });

  it('go on from their checkpoints in another engine, beside the main run, as the same runs', async () => {
    const runIds = begin();
    const experiments = comparison().runs.map(({ run }) => run.experiment);
    const [first, second] = experiments.map((experiment) => checkpoint(100, experiment));
    if (!first || !second) throw new Error('no experiments');
    engine.emit({ type: 'checkpoint', runId: runIds[0] ?? '', checkpoint: first });
    engine.emit({ type: 'checkpoint', runId: runIds[1] ?? '', checkpoint: second });
    engine.emit(progress(runIds[0], 120));
    const given = await commandsSince(() => engine.die());
    expect(given.filter(([name]) => name.startsWith('build'))).toEqual([
      ['build', session.run.store.getState().runId, defaultExperiment, null],
      ['buildBeside', runIds[0], experiments[0], first],
      ['buildBeside', runIds[1], experiments[1], second],
      ['buildBeside', runIds[2], experiments[2], null],
      ['buildBeside', runIds[3], experiments[3], null],
    ]);
    expect(comparison().runs.map(({ run }) => run.runId)).toEqual(runIds);
    expect(comparison().runs.map(({ run }) => run.step)).toEqual([100, 100, 0, 0]);
    expect(status()).toBe('training');
    // Those that begin again do not know yet how many steps they have to make.
    runIds.forEach((runId, index) => engine.emit(startedEvent(runId, experiments[index])));
    const plays = engine.commands.filter(([name]) => name === 'play');
    expect(plays).toEqual(runIds.map((runId) => ['play', runId, stepsInEpoch]));
  });

  it('stay paused, finished or diverged in another engine', async () => {
    const runIds = begin();
    const [experiment = defaultExperiment] = comparison().runs.map(({ run }) => run.experiment);
    engine.emit({
      type: 'checkpoint',
      runId: runIds[0] ?? '',
      checkpoint: checkpoint(stepsInEpoch, experiment),
    });
    engine.emit({ type: 'diverged', runId: runIds[1] ?? '', step: 9, restoredStep: 0, cause: 'weights' });
    session.comparison.pause();
    await commandsSince(() => engine.die());
    runIds.forEach((runId) => engine.emit(startedEvent(runId)));
    expect(names()).not.toContain('play');
    expect(status()).toBe('paused');
  });

  it('are over when engines keep dying, and can be started in the next one', async () => {
    begin();
    for (let death = 0; death < 4; death++) {
      expect(comparison().ended).toBeNull();
      engine.die();
      await settle();
    }
    expect(comparison().ended).toBe('engine-lost');
    session.notices.store.getState()[0]?.action?.onClick();
    await settle();
    expect(comparison().ended).toBe('engine-lost');
    const given = await commandsSince(() => session.families.start());
    expect(given).toHaveLength(4);
    expect(status()).toBe('training');
  });

  it('are as many as are asked for', async () => {
    const planned = [0.001, 0.01].map((learningRate) => ({
      label: `at ${learningRate}`,
      family: null,
      experiment: { ...defaultExperiment, learningRate },
    }));
    const given = await commandsSince(() => session.comparison.start(planned));
    expect(given.map(([name, , experiment]) => [name, (experiment as Experiment).learningRate])).toEqual([
      ['buildBeside', 0.001],
      ['buildBeside', 0.01],
    ]);
  });

  it('go on without one that diverged', async () => {
    const runIds = begin();
    engine.emit({ type: 'diverged', runId: runIds[1] ?? '', step: 9, restoredStep: 0, cause: 'sparsity' });
    expect(status()).toBe('training');
    session.comparison.pause();
    const given = await commandsSince(() => session.families.toggle());
    expect(given.map(([, runId]) => runId)).not.toContain(runIds[1]);
    expect(session.run.store.getState().marks).toEqual([]);
  });

  it('show nothing of a drawing once the pad is cleared', () => {
    const [runId = ''] = begin();
    const ink = { width: 28, height: 28, alpha: new Uint8ClampedArray(784).fill(255, 300, 310) };
    session.drawing.draw(ink);
    expect(session.drawing.ink()).toBe(ink);
    const pixels = new Float32Array(784);
    const answer = {
      type: 'drawing',
      runId,
      step: 0,
      drawingId: 1,
      original: pixels,
      noisy: pixels,
      reconstructed: pixels,
      code: new Float32Array(16),
      codeDeviation: null,
      point: null,
    } as const;
    engine.emit(answer);
    expect(comparison().runs[0]?.run.drawing).not.toBeNull();
    session.drawing.draw(null);
    engine.emit(answer);
    expect(comparison().runs[0]?.run.drawing).toBeNull();
  });

  it('leave the main run’s pictures alone', () => {
    const [runId = ''] = begin();
    engine.emit(snapshotEvent(runId, 7));
    expect(session.run.store.getState().snapshot).toBeNull();
  });
});

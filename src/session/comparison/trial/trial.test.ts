import { allOf } from '../../../core/experiment/trained-on';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../../core/experiment/experiment';
import type { Session } from '../../session';
import { exploredPca } from '../../testing/explored-set';
import { evaluationEvent, startedEvent, type FakeEngine } from '../../testing/fake-engine';
import { snapshotEvent } from '../../testing/snapshot-event';
import { settle, startTestSession } from '../../testing/test-session';
import { trialJobs } from './trial-jobs';
import { errorsOn, imagesOf, measuredCount } from './trial-state';

const pixels = 784;

describe('a trial of the four families', () => {
  let session: Session;
  let engine: FakeEngine;
  let stop: () => void;
  /** In the order of the families: undercomplete, sparse, denoising, variational. */
  let runIds: string[];
  const trial = () => session.trial.store.getState();
  const answersOf = (family: number) => trial().answers[runIds[family] ?? ''];
  const images = () => imagesOf(trial(), session.comparison.store.getState());
  const asked = (name: string) => engine.commands.filter(([command]) => command === name);
  const givenTo = (name: string, family: number) =>
    asked(name)
      .filter(([, runId]) => runId === runIds[family])
      .map(([, , given]) => given as Float32Array);

  /** Until nothing more is asked. */
  async function quiet() {
    for (let before = -1; before !== engine.commands.length;) {
      before = engine.commands.length;
      for (let turn = 0; turn < 60; turn++) await settle();
    }
  }

  const evaluate = (step: number) => runIds.forEach((runId) => engine.emit(evaluationEvent(runId, { step })));

  beforeEach(async () => {
    ({ session, engine } = await startTestSession());
    let step = 0;
    engine.answerWith({
      testImages: (_, indices) =>
        Promise.resolve(Float32Array.from({ length: indices.length * pixels }, (__, i) => (i % 5) / 5)),
      // It returns its input; the first family answers at step 0, the next at step 1.
      reconstruct: (runId, given) => Promise.resolve({ runId, step: step++, images: given.slice() }),
      generate: (runId, draws) =>
        Promise.resolve({
          runId,
          step: 7,
          images: new Float32Array((draws.length / 16) * pixels).fill(draws[0] ?? 0),
          fittedTo: runId === runIds[3] ? 0 : 5000,
        }),
    });
    session.families.start();
    const built = engine.commands.filter(([name]) => name === 'buildBeside');
    runIds = built.map(([, runId]) => runId as string);
    built.forEach(([, runId, experiment]) => {
      engine.emit(startedEvent(runId as string, experiment as Experiment));
      engine.emit(snapshotEvent(runId as string, 0, experiment as Experiment));
    });
    engine.commands.length = 0;
    stop = session.trial.watch(trialJobs);
  });
  afterEach(() => stop());

  it('gives all of them the same clean and noisy images in one question each, and keeps the step of each answer', async () => {
    evaluate(0);
    await quiet();
    const both = givenTo('reconstruct', 0).find(({ length }) => length === 2 * measuredCount * pixels);
    expect(both).toBeDefined();
    const isSame = (given: Float32Array) => given.every((value, i) => value === both?.[i]);
    for (const family of [1, 2, 3]) expect(givenTo('reconstruct', family).filter(isSame)).toHaveLength(1);
    const measured = [0, 1, 2, 3].map((family) => errorsOn(images(), answersOf(family)));
    for (const one of measured) {
      expect(one?.mse).toEqual({ clean: 0, noisy: images()?.noisyMse });
      expect(one?.of).toBe(images());
    }
    expect(new Set(measured.map((one) => one?.step)).size).toBe(4);
    expect(images()).toMatchObject({ count: measuredCount, noise: { noise: 'gaussian', noiseLevel: 0.5 } });
  });

  it('asks again when the engine has measured a run again; while that trains, it rests in between', async () => {
    let nowMs = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    engine.answerWith({
      testImages: (_, indices) => Promise.resolve(new Float32Array(indices.length * pixels)),
      reconstruct(runId, given) {
        nowMs += 100;
        return Promise.resolve({ runId, step: 0, images: given.slice() });
      },
    });
    evaluate(0);
    await quiet();
    const before = asked('reconstruct').length;
    const measureAgain = async (step: number) => {
      engine.emit(evaluationEvent(runIds[0] ?? '', { step, scope: 'subset', count: 500 }));
      await quiet();
      return asked('reconstruct').length - before;
    };
    expect(await measureAgain(10)).toBe(0);
    nowMs += 40 * 100 + 1000;
    expect(await measureAgain(20)).toBe(1);
    expect(await measureAgain(30)).toBe(1);
    session.comparison.pause();
    await quiet();
    expect(asked('reconstruct')).toHaveLength(before + 2);
    expect(asked('testImages')).toHaveLength(1);
    clock.mockRestore();
  });

  it('pictures the same input through all: only a run whose own views have another is asked', async () => {
    await quiet();
    // Undercomplete, sparse and variational have seen clean images anyway.
    expect(asked('reconstruct').map(([, runId]) => runId)).toEqual([runIds[2]]);
    const { original, reconstructed } = snapshotEvent('');
    expect(answersOf(2)?.pictured?.images).toEqual(original);
    expect(answersOf(0)?.pictured?.images).toEqual(reconstructed);
    engine.commands.length = 0;
    session.trial.show('noisy');
    await quiet();
    expect(asked('reconstruct').map(([, runId]) => runId)).toEqual([runIds[0], runIds[1], runIds[3]]);
    expect(givenTo('reconstruct', 0)).toEqual(givenTo('reconstruct', 3));
    expect(givenTo('reconstruct', 0)[0]).not.toEqual(original);
    expect(answersOf(2)?.pictured?.images).toEqual(reconstructed);
    expect(answersOf(0)?.pictured?.noise).toEqual({ noise: 'gaussian', noiseLevel: 0.5, seed: 1 });
  });

  it('gives PCA the same images, once there is a model of their data set', async () => {
    evaluate(0);
    await quiet();
    expect(trial().pca).toBeNull();
    // Components of 0: every image becomes the mean image.
    session.analysis.pca.store.setState({ model: exploredPca });
    await quiet();
    const { clean = new Float32Array() } = images() ?? {};
    const spread = clean.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / clean.length;
    // toBe: comparing the pixels of thousands of images takes seconds.
    expect(trial().pca?.of).toBe(images());
    expect(trial().pca?.codeSize).toBe(16);
    expect(trial().pca?.mse.clean).toBeCloseTo(spread, 5);
    expect(trial().pca?.mse.noisy).toBeCloseTo(spread, 5);
  });

  it('gives the linear denoiser for this noise the same images, and lets go of it with the noise', async () => {
    evaluate(0);
    await quiet();
    const { store } = session.analysis.noisyComparison;
    expect(store.getState().inputs).toEqual({
      ...allOf('mnist'),
      noise: 'gaussian',
      noiseLevel: 0.5,
      seed: 1,
    });
    expect(trial().denoiser).toBeNull();
    // An encoder of 0: every image becomes the mean image.
    const nothing = new Float32Array(pixels * pixels);
    const denoiser = {
      inputMean: new Float32Array(pixels),
      mean: new Float32Array(pixels).fill(0.25),
      encoder: nothing,
      decoder: nothing,
      trainMse: new Float32Array(),
      testMse: new Float32Array(),
    };
    const { inputs } = store.getState();
    if (inputs)
      store.setState({ reference: { inputs, pcaTestMse: new Float32Array(), denoiser, noDenoiser: null } });
    await quiet();
    const { clean = new Float32Array() } = images() ?? {};
    const spread = clean.reduce((sum, value) => sum + (value - 0.25) ** 2, 0) / clean.length;
    expect(trial().denoiser?.of).toBe(images());
    expect(trial().denoiser?.codeSize).toBe(16);
    expect(trial().denoiser?.mse.noisy).toBeCloseTo(spread, 5);
    session.trial.chooseNoise('masking');
    await quiet();
    expect(trial().denoiser?.of).not.toBe(images());
    expect(store.getState()).toMatchObject({ reference: null, inputs: { noise: 'masking' } });
  });

  it('forgets the errors when another noise is chosen, and measures on that', async () => {
    evaluate(0);
    await quiet();
    const before = images();
    session.trial.chooseNoise('masking');
    expect(images()).toBeNull();
    expect(errorsOn(images(), answersOf(0))).toBeNull();
    await quiet();
    expect(images()).toMatchObject({ noise: { noise: 'masking', noiseLevel: 0.5 } });
    expect(images()?.clean).toBe(before?.clean);
    // Half of the pixels are erased.
    const masked = images()?.noisy.filter((value, i) => value === 0 && (before?.clean[i] ?? 0) > 0).length;
    expect((masked ?? 0) / (0.8 * measuredCount * pixels)).toBeCloseTo(0.5, 2);
    expect(errorsOn(images(), answersOf(3))?.mse.noisy).toBe(images()?.noisyMse);
  });

  it('draws as many samples of each from the same draws, and others when they are asked for', async () => {
    evaluate(0);
    await quiet();
    const draws = [0, 1, 2, 3].map((family) => givenTo('generate', family)[0]);
    expect(draws[0]).toHaveLength(5 * 16);
    for (const one of draws) expect(one).toEqual(draws[0]);
    expect(answersOf(0)?.sampled).toMatchObject({ step: 7, fittedTo: 5000 });
    expect(answersOf(3)?.sampled).toMatchObject({ step: 7, fittedTo: 0 });
    session.trial.drawOthers();
    await quiet();
    expect(givenTo('generate', 0)[1]).not.toEqual(draws[0]);
    expect(asked('generate')).toHaveLength(8);
  });

  it('asks nothing while nobody watches, and nothing of runs that have ended; their answers stay', async () => {
    await quiet();
    stop();
    engine.commands.length = 0;
    evaluate(0);
    await quiet();
    expect(engine.commands).toEqual([]);
    stop = session.trial.watch(trialJobs);
    await quiet();
    expect(errorsOn(images(), answersOf(1))).not.toBeNull();
    session.comparison.stop();
    engine.commands.length = 0;
    session.trial.show('noisy');
    await quiet();
    expect(engine.commands).toEqual([]);
    expect(errorsOn(images(), answersOf(1))).not.toBeNull();
    session.families.start();
    await quiet();
    expect(Object.keys(trial().answers)).toEqual([]);
  });

  it('asks again after another engine has taken over', async () => {
    engine.answerWith({});
    evaluate(0);
    await quiet();
    expect(images()).toBeNull();
    engine.answerWith({
      testImages: (_, indices) => Promise.resolve(new Float32Array(indices.length * pixels)),
      reconstruct: (runId, given) => Promise.resolve({ runId, step: 4, images: given.slice() }),
    });
    engine.die();
    await quiet();
    runIds.forEach((runId) => engine.emit(startedEvent(runId)));
    evaluate(0);
    await quiet();
    expect(errorsOn(images(), answersOf(0))).toMatchObject({ step: 4, mse: { clean: 0 } });
  });
});

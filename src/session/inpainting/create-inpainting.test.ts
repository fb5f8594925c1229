import { beforeEach, describe, expect, test, vi } from 'vitest';
import { samplesWithHoles } from '../../catalog/test-holes';
import type { RivalErrors, RivalFillings } from '../../core/inpainting/inpainting-api';
import type { Mask } from '../../core/inpainting/mask';
import { progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { settle, startTestSession } from '../testing/test-session';
import type { Session } from '../session';
import { createInpainting } from './create-inpainting';
import type { Inpainting } from './inpainting';

const size = 784;
const shape = [28, 28, 1];
/** A test sample of one grey, by its index. */
const greyOf = (index: number) => new Float32Array(size).fill((index % 10) / 10);
const rightHalf: Mask = Uint8Array.from({ length: size }, (_, at) => Number(at % 28 >= 14));
/** Weights are answered with at most every 400 ms, and the machine may be busy. */
const patience = { timeout: 10_000 };
const fillings: RivalFillings = { mean: null, linear: null, ppca: null, neighbours: null };

describe('inpainting', () => {
  let session: Session;
  let engine: FakeEngine;
  let inpainting: Inpainting;
  let close: () => void;
  const asked = { fillHole: vi.fn(), holeErrors: vi.fn() };
  const state = () => inpainting.store.getState();
  const lastMasks = () =>
    named('reconstruct')
      .map(([, , , masks]) => masks)
      .at(-1);
  /** Of the main run, also after the commands have been cleared. */
  const runId = () => session.run.store.getState().runId;
  const named = (name: string) => engine.commands.filter(([command]) => command === name);

  beforeEach(async () => {
    vi.useRealTimers();
    asked.fillHole.mockReset().mockResolvedValue(fillings);
    asked.holeErrors.mockReset().mockImplementation((_, holes: RivalErrors['holes']) =>
      Promise.resolve({
        holes,
        count: 1000,
        mse: { mean: 0.1, linear: 0.06, ppca: 0.07, neighbours: 0.05 },
      }),
    );
    const never = () => new Promise(() => undefined);
    const analysis = { ...asked, pca: never, noisyReference: never, cancel: vi.fn() };
    ({ session, engine } = await startTestSession({ analysis: analysis as never }));
    // Every pixel that is shown comes back as 1/2, whatever it was.
    const stamp = () => ({ runId: runId(), step: session.run.store.getState().step });
    engine.answerWith({
      inspect: (_, index) =>
        Promise.resolve({ ...stamp(), original: greyOf(index), label: index % 10 } as never),
      reconstruct: (_, images) => Promise.resolve({ ...stamp(), images: images.map(() => 0.5) }),
      redraw: (_, __, ___, draws) =>
        Promise.resolve({ ...stamp(), images: new Float32Array((draws.length / 16) * size).fill(0.25) }),
      testImages: (_, indices) =>
        Promise.resolve(Float32Array.from(indices).length === 0 ? null : manyGreys(indices)),
    });
    const whole = { loadedBytes: 1, totalBytes: 1, trainReady: 60_000, trainTotal: 60_000 };
    engine.emit({ type: 'data-progress', dataset: 'mnist', ...whole });
    inpainting = session.applications.open(createInpainting);
    engine.commands.length = 0;
    close = inpainting.open();
    await settle();
    await settle();
  });

  const manyGreys = (indices: Uint32Array) => {
    const images = new Float32Array(indices.length * size);
    indices.forEach((index, row) => images.set(greyOf(index), row * size));
    return images;
  };

  test('nothing is asked before it is opened', async () => {
    const { engine: other } = await startTestSession();
    await settle();
    expect(other.commands.map(([name]) => name)).toEqual(['build']);
  });

  test('opens with a test sample, a square hole of 12 by 12 and an answer to it', () => {
    expect(state()).toMatchObject({ source: { kind: 'test', index: 0 }, shape, label: 0 });
    expect(state().mask.reduce((sum, one) => sum + one, 0)).toBe(144);
    expect(state().network?.holeMse).toBeCloseTo(0.25, 6);
    expect(state().rivals).toEqual(fillings);
  });

  test('known pixels stay, missing ones are what the network answers', async () => {
    inpainting.chooseTest(3);
    inpainting.setMask(rightHalf);
    await settle();
    inpainting.setMask(rightHalf.slice());
    await settle();
    const { damaged, network } = state();
    expect([damaged?.[13], damaged?.[14]]).toEqual([greyOf(3)[0], 0]);
    expect([network?.filled[13], network?.filled[14]]).toEqual([greyOf(3)[0], 0.5]);
    expect(network?.raw[13]).toBe(0.5);
    expect(network?.holeMse).toBeCloseTo((0.5 - 0.3) ** 2, 6);
    expect(lastMasks()).toEqual(rightHalf);
  });

  test('the rivals are asked with the whole sample and the hole', async () => {
    inpainting.setMask(rightHalf);
    await settle();
    expect(asked.fillHole.mock.lastCall?.[0]).toMatchObject({ sample: greyOf(0), mask: rightHalf });
  });

  test('without a hole there is no error inside it', async () => {
    inpainting.clearMask();
    await settle();
    expect(state().network?.holeMse).toBeNull();
  });

  test('new weights are answered with, and not while the sub-view is closed', async () => {
    engine.emit(progressEvent(runId(), 20, [0.1]));
    await vi.waitFor(() => expect(state().network?.step).toBe(20), patience);
    close();
    engine.commands.length = 0;
    engine.emit(progressEvent(runId(), 40, [0.1]));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(named('reconstruct')).toEqual([]);
  });

  test('feeds the answer back with the known pixels restored', async () => {
    inpainting.chooseTest(2);
    await settle();
    engine.commands.length = 0;
    await inpainting.iterate(3);
    const inputs = named('reconstruct').map(([, , images]) => images as Float32Array);
    expect(state().iterated?.steps).toHaveLength(4);
    expect(inputs).toHaveLength(4);
    const at = state().mask.indexOf(1);
    expect(inputs.map((input) => input[at])).toEqual([0, 0.5, 0.5, 0.5]);
    for (const input of inputs) expect(input[0]).toBe(greyOf(2)[0]);
  });

  test('draws several fillings of one hole', async () => {
    await inpainting.draw(5);
    expect(state().draws?.fillings).toHaveLength(5);
    const at = state().mask.indexOf(1);
    expect(state().draws?.fillings[4]?.filled[at]).toBe(0.25);
    expect(state().draws?.fillings[4]?.filled[0]).toBe(0);
    // Another hole is another question.
    inpainting.setMask(rightHalf);
    expect(state().draws).toBeNull();
  });

  test('measures the network and its rivals under the same holes', async () => {
    inpainting.measure('right-half');
    await vi.waitFor(() => expect(state().networkError).not.toBeNull(), patience);
    const { indices, masks } = samplesWithHoles({ kind: 'right-half' }, shape, 10_000);
    const mean = indices.reduce((sum, index) => sum + ((index % 10) / 10 - 0.5) ** 2, 0) / indices.length;
    expect(state().networkError).toMatchObject({ holes: { kind: 'right-half' }, count: 1000 });
    expect(state().networkError?.mse).toBeCloseTo(mean, 5);
    expect(lastMasks()).toEqual(masks);
    expect(asked.holeErrors.mock.lastCall?.[1]).toEqual({ kind: 'right-half' });
    expect(state().rivalErrors?.mse.linear).toBe(0.06);
  });

  test('measures under the holes that are chosen last, also while others are measured', async () => {
    inpainting.measure('right-half');
    await settle();
    inpainting.measure('block');
    await vi.waitFor(() => expect(state().networkError?.holes.kind).toBe('block'), patience);
    expect(state().measuring).toBeNull();
  });

  test('another data set begins anew, with the damage of its kind', async () => {
    inpainting.chooseTest(7);
    inpainting.chooseDamage('right-half');
    await settle();
    session.run.change({ dataset: 'quickdraw' });
    await settle();
    const info = { ...startedEvent('').dataset, id: 'quickdraw' as const };
    engine.emit(startedEvent(runId(), session.run.experiment.getState(), info));
    await settle();
    expect(state()).toMatchObject({ source: { kind: 'test', index: 0 }, damage: 'right-half' });
    expect(state().mask).toEqual(rightHalf);
  });

  test('a preset for holes sets the experiment and trains', async () => {
    inpainting.trainForHoles('block');
    await settle();
    expect(session.run.experiment.getState().noise).toBe('block');
    expect(session.run.store.getState().wantsTraining).toBe(true);
  });

  test('the network that never saw holes trains beside, on whole samples, for as many steps', async () => {
    session.run.change({ noise: 'block', lossOn: 'hole', maskInput: 'on' });
    await settle();
    engine.emit(startedEvent(runId(), session.run.experiment.getState()));
    engine.emit(progressEvent(runId(), 90, [0.1]));
    inpainting.trainWhole();
    await settle();
    const [[, rivalId, experiment] = []] = named('buildBeside');
    expect(experiment).toMatchObject({ noise: 'none', maskInput: 'off', lossOn: 'everything' });
    expect(named('play').at(-1)).toEqual(['play', rivalId, 90]);
    engine.emit(progressEvent(rivalId as string, 45, [0.1]));
    expect(state().whole).toMatchObject({ step: 45, lastStep: 90 });
    await vi.waitFor(() => expect(state().whole?.filling).not.toBeNull(), patience);
    session.run.reset();
    expect(state().whole).toBeNull();
  });
});

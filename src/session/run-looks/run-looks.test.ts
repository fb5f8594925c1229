import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Experiment } from '../../core/experiment/experiment';
import { defaultExperiment } from '../../core/experiment/experiment';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import type { KeptRun } from '../archive/kept-run';
import type { RunEntry } from '../archive/run-entry';
import type { Session } from '../session';
import { startedEvent, type FakeEngine } from '../testing/fake-engine';
import { keptRun } from '../testing/kept-runs';
import { memoryRunArchive } from '../testing/memory-run-archive';
import { snapshotEvent } from '../testing/snapshot-event';
import { settle, startTestSession } from '../testing/test-session';
import { createRunLooks, type RunLooks } from './run-looks';
import { errorsOf, rebuiltOf } from './look-state';

const pixels = 784;
let session: Session;
let engine: FakeEngine;
let looks: RunLooks;
let stop: () => void;
const archive = memoryRunArchive();
const experiments = new Map<string, Experiment>();

/** A run that is kept. */
function keep(id: string, patch: Partial<Experiment> = {}): { entry: RunEntry } {
  const { kept, entry } = keptRun(id, patch);
  archive.runs.set(id, kept);
  experiments.set(id, entry.experiment);
  return { entry };
}

function forgetCommands(): void {
  engine.commands.length = 0;
  answered = 0;
}

/** How often each network was built in any engine, in order. */
const built = () => engine.commands.filter(([name]) => name === 'build').map(([, id]) => String(id));
const asked = (name: string) => engine.commands.filter(([command]) => command === name);
const group = (place = 0) => looks.store.getState().groups[place];
const look = (id: string) =>
  looks.store
    .getState()
    .groups.flatMap(({ runs }) => runs)
    .find(({ entry }) => entry.id === id);

/** Builds counted by `work`, which the engine has answered. */
let answered = 0;

/** The engine builds whatever it is told to, until everything is answered. */
async function work(): Promise<void> {
  do {
    await settle();
    const wanted = built();
    if (wanted.length === answered) continue;
    answered = wanted.length;
    const [id = ''] = wanted.slice(-1);
    const experiment = experiments.get(id) ?? defaultExperiment;
    engine.emit(startedEvent(id, experiment, { ...digitsInfo, id: experiment.dataset }));
    engine.emit(snapshotEvent(id, 500, experiment));
  } while (looks.store.getState().progress !== null);
}

beforeEach(async () => {
  archive.runs.clear();
  ({ session, engine } = await startTestSession({ runArchive: () => Promise.resolve(archive) }));
  looks = session.applications.open(createRunLooks);
  stop = () => undefined;
  engine.answerWith({
    testImages: (_, indices) =>
      Promise.resolve(Float32Array.from({ length: indices.length * pixels }, (__, i) => (i % 5) / 5)),
    mapTestImages: (runId, indices) =>
      Promise.resolve({
        runId,
        step: 500,
        points: Float32Array.from({ length: 2 * indices.length }, (_, i) => i),
        labels: Uint16Array.from(indices, (index) => index % 10),
        axes: 'principal',
        explained: [0.5, 0.25],
      }),
    // A network called b answers with black; the others return what they are given.
    reconstruct: (runId, given) =>
      Promise.resolve({
        runId,
        step: 500,
        images: runId === 'b' ? new Float32Array(given.length) : given.slice(),
      }),
  });
  forgetCommands();
});
afterEach(() => {
  stop();
  session.dispose();
});

/** Compares them until the end of the test. */
async function compare(...entries: RunEntry[]): Promise<void> {
  looks.compare(entries);
  stop = looks.watch();
  await work();
}

describe('compared runs that are kept', () => {
  it('are loaded one after the other, given the same ten and the same thousand, and measured against the clean ones', async () => {
    const [a, b] = [keep('a'), keep('b', { codeSize: 8 })];
    await compare(a.entry, b.entry);
    expect(built()).toEqual(['a', 'b']);
    expect(asked('buildBeside')).toEqual([]);
    expect(asked('play')).toEqual([]);
    const { ten = null, measured = null, test = null } = group() ?? {};
    expect(ten?.indices).toHaveLength(10);
    expect(new Set(Array.from(ten?.indices ?? [], (index) => index % 10)).size).toBe(10);
    const given = asked('reconstruct').map(([, id, images]) => [id, images] as [string, Float32Array]);
    for (const length of [20 * pixels, 2000 * pixels]) {
      const [one, other] = given.filter(([, images]) => images.length === length);
      expect([one?.[0], other?.[0]]).toEqual(['a', 'b']);
      expect(one?.[1].every((value, i) => value === other?.[1][i])).toBe(true);
    }
    expect(asked('mapTestImages').map(([, , indices]) => indices)).toEqual([test?.indices, test?.indices]);
    expect(test?.indices).toHaveLength(1000);
    // One of every ten.
    expect(test?.indices.every((index, i) => Math.floor(index / 10) === i)).toBe(true);
    // Whoever returns the input misses the clean images by the noise, and without noise by nothing.
    expect(errorsOf(look('a')?.errors ?? null, measured)).toEqual({ clean: 0, noisy: measured?.noisyMse });
    const power = measured ? measured.clean.reduce((sum, v) => sum + v * v, 0) / measured.clean.length : NaN;
    expect(errorsOf(look('b')?.errors ?? null, measured)?.clean).toBeCloseTo(power, 6);
    expect(rebuiltOf(look('a')?.pictures ?? null, ten)?.noisy).toEqual(ten?.noisy);
    expect(looks.store.getState().progress).toBeNull();
  });

  it('leave the main run and its engine alone', async () => {
    const before = session.run.store.getState();
    const runs = [keep('a').entry, keep('b').entry];
    expect(engine.opened).toHaveLength(1);
    await compare(...runs);
    expect(engine.opened).toHaveLength(2);
    expect(session.run.store.getState().runId).toBe(before.runId);
    expect(session.run.store.getState().step).toBe(before.step);
  });

  it('are asked again for another ten and another noise alone, and what is of other samples is not shown', async () => {
    await compare(keep('a').entry, keep('b').entry);
    const { key = '', ten = null } = group() ?? {};
    forgetCommands();
    looks.showOthers(key);
    expect(rebuiltOf(look('a')?.pictures ?? null, group()?.ten ?? null)).toBeNull();
    await work();
    // The network that is still loaded goes first.
    expect(built()).toEqual(['a']);
    expect(asked('reconstruct').map(([, id]) => id)).toEqual(['b', 'a']);
    expect(group()?.ten?.indices).not.toEqual(ten?.indices);
    forgetCommands();
    looks.setNoise(key, { noise: 'masking', noiseLevel: 0.25, seed: 1 });
    expect(errorsOf(look('a')?.errors ?? null, group()?.measured ?? null)).toBeNull();
    await work();
    expect(asked('mapTestImages')).toEqual([]);
    expect(group()?.measured?.noise).toEqual({ noise: 'masking', noiseLevel: 0.25, seed: 1 });
    expect(errorsOf(look('a')?.errors ?? null, group()?.measured ?? null)?.noisy).toBe(
      group()?.measured?.noisyMse,
    );
  });

  it('get the noise of the first of them that trains with one', async () => {
    await compare(keep('a').entry, keep('b', { noise: 'salt-pepper', noiseLevel: 0.3, seed: 7 }).entry);
    expect(group()?.noise).toEqual({ noise: 'salt-pepper', noiseLevel: 0.3, seed: 7 });
  });

  it('that read masks are told which pixels are missing, in the noisy samples alone', async () => {
    const reads = { noise: 'masking', noiseLevel: 0.5, maskInput: 'on' } as const;
    await compare(keep('a').entry, keep('c', reads).entry);
    const masksOf = (id: string) =>
      asked('reconstruct')
        .filter(([, of]) => of === id)
        .map(([, , , masks]) => masks);
    expect(masksOf('a')).toEqual([null, null]);
    const [masks] = masksOf('c') as Uint8Array[];
    expect(masks).toHaveLength(20 * pixels);
    expect(masks?.subarray(0, 10 * pixels).some((missing) => missing !== 0)).toBe(false);
    expect((masks?.reduce((sum, missing) => sum + missing, 0) ?? 0) / (10 * pixels)).toBeCloseTo(0.5, 1);
  });

  it('on other data are a group of their own, with its own samples', async () => {
    await compare(keep('a').entry, keep('b', { dataset: 'quickdraw' }).entry, keep('c').entry);
    expect(looks.store.getState().groups.map(({ runs }) => runs.map(({ entry }) => entry.id))).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
    expect(built()).toEqual(['a', 'c', 'b']);
    expect(group(1)?.measured?.dataset).toBe('quickdraw');
  });
});

describe('what goes wrong', () => {
  it('with one run leaves the others: one that is gone, and one of another version', async () => {
    const [a, b, c] = [keep('a'), keep('b'), keep('c')];
    archive.runs.delete('a');
    archive.runs.set('b', 'unreadable' as unknown as KeptRun);
    await compare(a.entry, b.entry, c.entry);
    expect(look('a')?.problem).toEqual({ code: 'looks.gone' });
    expect(look('b')?.problem).toEqual({ code: 'looks.unreadable' });
    expect(look('c')?.pictures).not.toBeNull();
  });

  it('with the data stands once for all runs on it, and can be tried again', async () => {
    looks.compare([keep('a').entry, keep('b').entry]);
    stop = looks.watch();
    await settle();
    await settle();
    const failure = { file: 'manifest.json', code: 'data.not-here' } as const;
    engine.emit({ type: 'data-failed', dataset: 'mnist', shard: 'manifest.json', message: failure });
    await settle();
    expect(group()?.failure).toEqual(failure);
    expect(built()).toEqual(['a']);
    expect(looks.store.getState().progress).toBeNull();
    looks.retry();
    await work();
    expect(look('b')?.pictures).not.toBeNull();
  });

  it('with a network that never answers is said after a second try', async () => {
    engine.answerWith({});
    await compare(keep('a').entry);
    expect(built()).toEqual(['a', 'a']);
    expect(look('a')?.problem).toEqual({ code: 'worker.ended' });
  });

  it('leaving ends the engine, and coming back asks only for what is missing', async () => {
    looks.compare([keep('a').entry, keep('b').entry]);
    stop = looks.watch();
    await settle();
    const before = engine.disposed();
    expect(looks.store.getState().progress).toMatchObject({ place: 1, count: 2, id: 'a' });
    stop();
    expect(engine.disposed()).toBe(before + 1);
    expect(looks.store.getState().progress).toBeNull();
    expect(look('a')?.problem).toBeNull();
    stop = looks.watch();
    await work();
    expect(look('b')?.errors).not.toBeNull();
    stop();
    forgetCommands();
    stop = looks.watch();
    await work();
    expect(built()).toEqual([]);
  });
});

it('what is on the pad goes through all of them, and again when it has changed', async () => {
  await compare(keep('a').entry, keep('b').entry);
  expect(group()?.drawing).toBeNull();
  const ink = { width: 56, height: 56, alpha: new Uint8ClampedArray(56 * 56).fill(255, 56 * 20, 56 * 30) };
  session.drawing.draw(ink);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await work();
  const drawing = group()?.drawing ?? null;
  expect(drawing?.clean).toHaveLength(pixels);
  expect(drawing?.clean.some((value) => value > 0.5)).toBe(true);
  expect(rebuiltOf(look('a')?.drawn ?? null, drawing)?.clean).toEqual(drawing?.clean);
  expect(rebuiltOf(look('b')?.drawn ?? null, drawing)?.clean.every((value) => value === 0)).toBe(true);
  session.drawing.draw(null);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(group()?.drawing).toBeNull();
});

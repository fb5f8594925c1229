import { beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { soundPresets } from '../../catalog/sound-presets/registry';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { CodedError } from '../../core/failure';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import { snr } from '../../core/sound/snr';
import { newRun, type Run } from '../runs/run';
import { settle } from '../testing/test-session';
import { createSound } from './create-sound';
import { createFakeContext, type FakeContext } from './player/fake-context-for-tests';
import type { Sound } from './sound';
import type { SoundOutside, SoundPorts } from './sound-ports';

const tone = (hz: number) =>
  Float32Array.from({ length: 8000 }, (_, at) => 0.1 * Math.sin((2 * Math.PI * hz * at) / 8000));
const notes = [
  { name: 'A0', signal: tone(110) },
  { name: 'C3', signal: tone(220) },
];

let context: FakeContext;
let run: StoreApi<Run>;
let experiment: Experiment;
let sound: Sound;
let mainRun: { store: StoreApi<Run>; change: Mock; toggle: Mock };
let asked: number;
let step: number;
const state = () => sound.store.getState();

/** A network that halves what it is shown about the middle, so that the cleaned version is half of the noisy one. */
const reconstruct: SoundPorts['questions']['reconstruct'] = (windows) => {
  asked++;
  const images = windows.map((value) => 0.5 + (value - 0.5) / 2);
  return Promise.resolve({ runId: run.getState().runId, step, images });
};

function outside(patch: Partial<SoundOutside> = {}): SoundOutside {
  return {
    noteNames: ['A0', 'C3'],
    notes: () => Promise.resolve(notes),
    followNotes: () => () => undefined,
    decode: () => Promise.resolve({ why: 'cannot' }),
    openContext: () => context,
    ...patch,
  };
}

function make(patch: Partial<SoundOutside> = {}, dataset: Experiment['dataset'] = 'piano'): void {
  experiment = { ...defaultExperiment, dataset };
  const ready: Run = {
    ...newRun('1', experiment, null),
    stage: 'ready',
    facts: {
      dataset: { ...digitsInfo, id: dataset, shape: [512, 1], valueRange: [-1, 1] },
      parameters: 1,
      trainCount: 1,
      testCount: 1,
    },
  };
  run = createStore<Run>()(() => ready);
  mainRun = { store: run, change: vi.fn(), toggle: vi.fn() };
  sound = createSound({ analysis: null, questions: { reconstruct }, mainRun }, outside(patch));
}

beforeEach(() => {
  context = createFakeContext();
  asked = 0;
  step = 7;
});

describe('the clip', () => {
  it('is not read before the view is opened; then it is C3, with white noise at 5 dB', async () => {
    make();
    await settle();
    expect(state().versions).toEqual({});
    sound.open();
    expect(state().reading).toBe(0);
    await settle();
    expect(state().source).toEqual({ kind: 'note', name: 'C3' });
    expect(state().reading).toBeNull();
    expect(state().versions.original).toBe(notes[1]!.signal);
    expect(state().qualities.noisy?.snr).toBeCloseTo(5, 4);
    expect(context.sources).toEqual([]);
  });

  it('follows the noise: its kind, its level and its seed', async () => {
    make();
    sound.open();
    await settle();
    const first = state().versions.noisy!;
    sound.setSnr(12.5);
    expect(state().qualities.noisy?.snr).toBeCloseTo(12.5, 4);
    sound.renewNoise();
    expect(state().qualities.noisy?.snr).toBeCloseTo(12.5, 4);
    sound.setNoise('hum');
    sound.setSnr(5);
    expect(state().versions.noisy).not.toEqual(first);
    expect(snr(notes[1]!.signal, state().versions.noisy!)).toBeCloseTo(5, 4);
  });

  it('of two that are chosen, the second stays', async () => {
    make();
    sound.open();
    sound.chooseNote('A0');
    await settle();
    expect(state().source?.name).toBe('A0');
    expect(state().versions.original).toBe(notes[0]!.signal);
  });

  it('says why it cannot be had, and keeps the one before', async () => {
    make();
    sound.open();
    await settle();
    await sound.take(new Blob(['not sound']), 'text.wav');
    expect(state().failure).toEqual({ code: 'sound.not-decoded', file: 'text.wav' });
    expect(state().source?.name).toBe('C3');
    run.setState({ ...newRun('2', { ...experiment, dataset: 'mnist' }, null) });
    expect(state().failure).toBeNull();
    const failed = new CodedError({ code: 'data.not-decodable', file: 'A0.ogg' });
    make({ notes: () => Promise.reject(failed) });
    sound.open();
    await settle();
    expect(state().failure).toEqual({ code: 'sound.not-decoded', file: 'A0.ogg' });
    expect(state().reading).toBeNull();
  });

  it('of one’s own that is noisy already has no clean version and no numbers', async () => {
    make({ decode: () => Promise.resolve({ samples: tone(300) }) });
    sound.open();
    await settle();
    await sound.take(new Blob(['x']), 'bell.wav');
    expect(state().qualities.noisy?.snr).toBeCloseTo(5, 4);
    sound.setNoise('none');
    await settle();
    expect(state().versions.original).toBeUndefined();
    expect(state().qualities).toEqual({});
    expect(state().versions.cleaned).toBeDefined();
    await sound.take(new Blob(['x']), 'microphone.webm', 'none');
    expect(state().noise).toBe('none');
    // A note is clean: with it, noise comes back.
    sound.chooseNote('C3');
    await settle();
    expect(state().noise).toBe('white');
    expect(state().qualities.noisy?.snr).toBeCloseTo(5, 4);
  });
});

describe('the cleaned version', () => {
  it('is what the network makes of the noisy one, measured, with its step', async () => {
    make();
    sound.open();
    await settle();
    const { original, noisy, cleaned } = state().versions;
    expect(cleaned).toHaveLength(8000);
    expect(cleaned![4000]).toBeCloseTo(noisy![4000]! / 2, 5);
    expect(state().cleaned).toEqual({ runId: '1', step: 7, network: 'raw' });
    expect(state().qualities.cleaned?.snr).toBeCloseTo(snr(original!, cleaned!), 6);
  });

  it('follows the training, but leaves it most of the time', async () => {
    make();
    vi.useFakeTimers();
    sound.open();
    await vi.advanceTimersByTimeAsync(10);
    const before = asked;
    for (step = 8; step < 40; step++) run.setState({ step });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toBe(before);
    step = 39;
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toBe(2 * before);
    expect(state().cleaned?.step).toBe(39);
    vi.useRealTimers();
  });

  it('stays until there is another, and counts as outdated meanwhile', async () => {
    make();
    sound.open();
    await settle();
    const before = state().versions.cleaned;
    sound.setSnr(20);
    expect(state().versions.cleaned).toBe(before);
    expect(state().outdated).toEqual(['cleaned']);
    await settle();
    expect(state().versions.cleaned).not.toBe(before);
    expect(state().outdated).toEqual([]);
  });

  it('goes with its run, and there is none where the data is no sound', async () => {
    make();
    sound.open();
    await settle();
    run.setState({ ...newRun('2', { ...experiment, dataset: 'mnist' }, null) });
    expect(state().network).toBeNull();
    expect(state().versions.cleaned).toBeUndefined();
    expect(state().cleaned).toBeNull();
    expect(state().versions.noisy).toBeDefined();
  });

  it('is not asked for while the view is closed, and what was heard has stopped', async () => {
    make();
    const close = sound.open();
    await settle();
    sound.player.play('noisy');
    expect(sound.player.store.getState().isPlaying).toBe(true);
    const before = asked;
    close();
    expect(sound.player.store.getState().isPlaying).toBe(false);
    run.setState({ step: 99 });
    sound.setSnr(9);
    await settle();
    expect(asked).toBe(before);
  });
});

it('a press sets the main run to learn from sound, and trains it', () => {
  make({}, 'mnist');
  sound.open();
  expect(state().network).toBeNull();
  sound.trainOn('raw');
  expect(mainRun.change).toHaveBeenCalledWith(soundPresets.raw.patch);
  expect(mainRun.toggle).toHaveBeenCalledOnce();
});

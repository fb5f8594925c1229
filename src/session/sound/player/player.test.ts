import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VersionId } from '../versions';
import { createFakeContext, type FakeContext, type FakeSource } from './fake-context-for-tests';
import { createPlayer, type Player } from './player';

const rateHz = 8000;
const tone = (amplitude: number, seconds = 2) =>
  Float32Array.from({ length: seconds * rateHz }, (_, at) => amplitude * Math.sin(at / 5));
const versions = { original: tone(0.2), noisy: tone(0.4), cleaned: tone(0.1) };

let context: FakeContext;
let player: Player;

beforeEach(() => {
  vi.useFakeTimers();
  context = createFakeContext();
  player = createPlayer(() => context, rateHz);
  player.setVersions(versions);
});
afterEach(() => vi.useRealTimers());

/** The source of a version that was started last. */
function sourceOf(id: keyof typeof versions): FakeSource {
  return context.sources.findLast(({ buffer }) => buffer.samples[8] === versions[id][8])!;
}
/** How loud each version leaves, at a time. */
const loudness = (id: keyof typeof versions, seconds: number) =>
  sourceOf(id).gain.at(seconds) * versions[id][8]!;

describe('the player', () => {
  it('makes no context and no sound before a press', () => {
    const open = vi.fn(() => context);
    const quiet = createPlayer(open, rateHz);
    quiet.setVersions(versions);
    quiet.seek(1);
    quiet.setVolume(0.3);
    expect(open).not.toHaveBeenCalled();
    expect(quiet.position()).toBe(1);
  });

  it('starts all versions together, and lets one be heard', () => {
    player.seek(0.5);
    player.play('noisy');
    expect(context.sources).toHaveLength(3);
    expect(new Set(context.sources.map(({ startedAt, from }) => `${startedAt} ${from}`)).size).toBe(1);
    expect(context.sources[0]!.from).toBe(0.5);
    expect(loudness('original', 1)).toBe(0);
    expect(loudness('noisy', 1)).toBeGreaterThan(0);
    expect(context.state).toBe('running');
  });

  it('switches in 20 ms at the same place and loudness, one down as the other comes up', () => {
    player.play('noisy');
    context.currentTime = 1;
    const before = loudness('noisy', 1);
    player.play('cleaned');
    expect(context.sources).toHaveLength(3);
    for (const seconds of [1, 1.005, 1.01, 1.02, 1.5]) {
      expect(loudness('noisy', seconds) + loudness('cleaned', seconds)).toBeCloseTo(before, 6);
    }
    expect(loudness('noisy', 1.0201)).toBe(0);
    expect(player.position()).toBeCloseTo(0.95, 6);
  });

  it('switches back within a fade from where that fade is', () => {
    player.play('noisy');
    context.currentTime = 1;
    player.play('cleaned');
    context.currentTime = 1.01;
    const [noisy, cleaned] = [loudness('noisy', 1.01), loudness('cleaned', 1.01)];
    player.play('noisy');
    expect(loudness('noisy', 1.01)).toBeCloseTo(noisy, 6);
    expect(loudness('cleaned', 1.01)).toBeCloseTo(cleaned, 6);
    expect(loudness('noisy', 1.04)).toBeCloseTo(2 * noisy, 6);
  });

  it('fades into a version as it is cleaned anew, in step with the others', () => {
    player.play('cleaned');
    context.currentTime = 1;
    const old = sourceOf('cleaned');
    const next = { ...versions, cleaned: tone(0.3) };
    player.setVersions(next);
    const added = context.sources.at(-1);
    expect(context.sources).toHaveLength(4);
    expect(added.from).toBeCloseTo(added.startedAt - sourceOf('noisy').startedAt, 9);
    expect(old.gain.at(added.startedAt + 0.02)).toBe(0);
    expect(old.stoppedAt).toBeGreaterThan(added.startedAt);
    expect(added.gain.at(added.startedAt + 0.02)).toBeGreaterThan(0);
  });

  it('stops for another clip and begins it at its beginning', () => {
    player.seek(1);
    player.play('noisy');
    player.setVersions({ noisy: tone(0.5, 3) });
    expect(player.store.getState()).toMatchObject({ isPlaying: false, start: 0 });
    expect(context.sources.every(({ stoppedAt }) => stoppedAt !== null)).toBe(true);
  });

  it('stops, and begins where it began', () => {
    player.seek(0.25);
    player.play('noisy');
    context.currentTime = 1;
    player.stop();
    expect(player.position()).toBe(0.25);
    expect(loudness('noisy', 1.021)).toBe(0);
    player.play('noisy');
    expect(context.sources.at(-1).from).toBe(0.25);
  });

  it('begins again at the end where it loops, and stops there where it does not', () => {
    player.play('noisy');
    context.currentTime = 3.05;
    expect(player.position()).toBeCloseTo(1, 6);
    player.setLoops(false);
    expect(context.sources.every(({ loop }) => !loop)).toBe(true);
    context.currentTime = 4;
    expect(player.position()).toBeCloseTo(1.95, 6);
    sourceOf('noisy').onended?.();
    expect(player.store.getState().isPlaying).toBe(false);
  });

  it('does nothing for a version that there is not', () => {
    player.play('wiener' satisfies VersionId);
    expect(context.sources).toEqual([]);
    expect(player.store.getState().isPlaying).toBe(false);
  });

  it('leaves the sound card at rest', () => {
    player.play('noisy');
    player.rest();
    vi.advanceTimersByTime(100);
    expect(player.store.getState().isPlaying).toBe(false);
    expect(context.state).toBe('suspended');
  });
});

it('says that there is no Web Audio, and plays once there is', () => {
  let hasAudio = false;
  const player = createPlayer(() => {
    if (!hasAudio) throw new ReferenceError('AudioContext is not defined');
    return context;
  }, rateHz);
  player.setVersions(versions);
  player.play('noisy');
  expect(player.store.getState()).toMatchObject({ isPlaying: false, failure: 'no-audio' });
  hasAudio = true;
  player.play('noisy');
  expect(player.store.getState()).toMatchObject({ isPlaying: true, failure: null });
});

it('says that the browser does not let it sound', () => {
  vi.useFakeTimers();
  const player = createPlayer(() => createFakeContext(true), rateHz);
  player.setVersions(versions);
  player.play('noisy');
  vi.advanceTimersByTime(3100);
  expect(player.store.getState()).toMatchObject({ isPlaying: false, failure: 'blocked' });
  vi.useRealTimers();
});

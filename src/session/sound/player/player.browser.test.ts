// The player in a real audio graph, rendered offline: what leaves it, sample by sample.
import { expect, it } from 'vitest';
import { createPlayer, type Player } from './player';
import type { SoundContext } from './sound-context';

const rateHz = 8000;
/** A period of 80 samples. */
const tone = (amplitude: number) =>
  Float32Array.from(
    { length: 2 * rateHz },
    (_, at) => amplitude * Math.sin((2 * Math.PI * 100 * at) / rateHz),
  );

/** Renders a second; `acts` happen at about these seconds. */
async function render(acts: readonly (readonly [seconds: number, act: (player: Player) => void])[]) {
  const offline = new OfflineAudioContext(1, rateHz, rateHz);
  const context: SoundContext = {
    get currentTime() {
      return offline.currentTime;
    },
    destination: offline.destination,
    createGain: () => offline.createGain(),
    createBuffer: (...given) => offline.createBuffer(...given),
    createBufferSource: () => offline.createBufferSource(),
    resume: () => Promise.resolve(),
    suspend: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const player = createPlayer(() => context, rateHz);
  player.setVolume(1);
  player.setVersions({ original: tone(0.5), noisy: tone(0.9), cleaned: tone(0.2) });
  for (const [seconds, act] of acts) {
    if (seconds === 0) act(player);
    else
      void offline.suspend(seconds).then(() => {
        act(player);
        return offline.resume();
      });
  }
  return (await offline.startRendering()).getChannelData(0);
}

/** The largest difference from a steady tone of this amplitude, whose phase is that of the clip from 50 ms on. */
function fault(heard: Float32Array, amplitude: number, from: number, to: number): number {
  let largest = 0;
  for (let at = from * rateHz; at < to * rateHz; at++) {
    const wanted = amplitude * Math.sin((2 * Math.PI * 100 * (at - 0.05 * rateHz)) / rateHz);
    largest = Math.max(largest, Math.abs((heard[at] ?? 0) - wanted));
  }
  return largest;
}

const amplitude = 0.125 * Math.SQRT2;

it('switching between versions of one tone is not heard at all: no gap, the same place, the same loudness', async () => {
  const heard = await render([
    [0, (player) => player.play('noisy')],
    [0.256, (player) => player.play('cleaned')],
    [0.48, (player) => player.play('original')],
    [0.496, (player) => player.play('noisy')],
  ]);
  expect(heard.subarray(0, 0.05 * rateHz).every((value) => value === 0)).toBe(true);
  expect(fault(heard, amplitude, 0.08, 1)).toBeLessThan(0.001);
});

it('a version that is cleaned anew while it is heard comes in at the place of the old one', async () => {
  const heard = await render([
    [0, (player) => player.play('cleaned')],
    [0.32, (player) => player.setVersions({ original: tone(0.5), noisy: tone(0.9), cleaned: tone(0.4) })],
  ]);
  expect(fault(heard, amplitude, 0.08, 1)).toBeLessThan(0.001);
});

it('stop fades out within 20 ms', async () => {
  const heard = await render([
    [0, (player) => player.play('noisy')],
    [0.48, (player) => player.stop()],
  ]);
  expect(fault(heard, amplitude, 0.08, 0.47)).toBeLessThan(0.001);
  expect(heard.subarray(0.52 * rateHz).every((value) => value === 0)).toBe(true);
  // No click on the way: no step is larger than the tone's own.
  const steps = heard.subarray(1).map((value, at) => Math.abs(value - (heard[at] ?? 0)));
  expect(Math.max(...steps)).toBeLessThan(1.1 * amplitude * ((2 * Math.PI * 100) / rateHz) + 0.002);
});

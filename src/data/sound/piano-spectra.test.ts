import { expect, it } from 'vitest';
import { manifestSchema } from '../../core/samples/manifest';
import { compand, patchBins, patchFrames, patchSize } from '../../core/sound/cleaning/spectral-patch';
import { pianoSpectra } from './piano-spectra';
import type { PianoNote } from './piano-windows';

/** A tone, and silence after it. */
function note(name: string, isHeldOut: boolean, hz: number, amplitude = 0.1): PianoNote {
  const signal = Float32Array.from({ length: 12_000 }, (_, at) =>
    at < 8000 ? amplitude * Math.sin((2 * Math.PI * hz * at) / 8000) : 0,
  );
  return { name, isHeldOut, signal };
}

const notes = [note('A0', true, 400), note('A1', false, 1000), note('A2', false, 3000)];

async function patchesOf(given: readonly PianoNote[]) {
  const { manifest, shards } = await pianoSpectra(given);
  const { count } = manifest.train;
  const train = new Float32Array(await shards[0]!.arrayBuffer(), 0, count * patchSize);
  return { manifest, train, count };
}

it('has as many patches of each note, those of a held-out note for the test, each value in [0, 1]', async () => {
  const { manifest, train, count } = await patchesOf(notes);
  expect(manifestSchema.parse(manifest)).toEqual(manifest);
  expect(manifest.sampleShape).toEqual([patchBins, patchFrames, 1]);
  expect([count, manifest.test.count]).toEqual([2 * 850, 850]);
  expect(train.every((value) => value >= 0 && value <= 1)).toBe(true);
});

it('mostly sounds, but knows silence too', async () => {
  const { train, count } = await patchesOf(notes);
  const isSounding = (patch: number) =>
    train.subarray(patch * patchSize, (patch + 1) * patchSize).some((value) => value >= compand(1));
  const share =
    Array.from({ length: count }, (_, patch) => Number(isSounding(patch))).reduce((a, b) => a + b) / count;
  // Of one tone nearly everything is silent: without a choice a twentieth would sound.
  expect(share).toBeGreaterThan(0.15);
  expect(share).toBeLessThan(0.9);
});

it('is the same each time, and the same for a softer recording', async () => {
  const [once, again] = [await patchesOf(notes), await patchesOf(notes)];
  expect(again.train).toEqual(once.train);
  const soft = await patchesOf([
    note('A0', true, 400),
    note('A1', false, 1000, 0.01),
    note('A2', false, 3000, 0.01),
  ]);
  soft.train.forEach((value, at) => expect(Math.abs(value - once.train[at]!)).toBeLessThan(1e-3));
});

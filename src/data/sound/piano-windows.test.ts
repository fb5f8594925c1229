import { expect, it } from 'vitest';
import { manifestSchema } from '../../core/samples/manifest';
import { windowPlace } from '../../core/samples/series/series-windows';
import { hasOtherHash } from '../checksum';
import { pianoWindows, type PianoNote } from './piano-windows';

function note(name: string, isHeldOut: boolean, cycles: number): PianoNote {
  const signal = Float32Array.from({ length: 2000 }, (_, at) => 0.2 * Math.sin(cycles * at));
  return { name, isHeldOut, signal };
}

const notes = [note('A0', true, 0.1), note('A1', false, 0.2), note('A2', false, 0.3)];

it('cuts whole windows, those of a held-out note for the test', async () => {
  const { manifest, shards } = await pianoWindows(notes);
  expect(manifestSchema.parse(manifest)).toEqual(manifest);
  // (2000 - 512) / 128 + 1
  expect([manifest.train.count, manifest.test.count]).toEqual([24, 12]);
  for (const [at, shard] of [...manifest.train.shards, ...manifest.test.shards].entries()) {
    const bytes = new Uint8Array(await shards[at]!.arrayBuffer());
    expect(bytes.length).toBe(shard.bytes);
    expect(await hasOtherHash(bytes, shard.sha256)).toBe(false);
  }
});

it('says where each window lies, and stores the waveform that is there', async () => {
  const { manifest, shards } = await pianoWindows(notes);
  const place = windowPlace(manifest.windows!, 'train', 15);
  expect([place?.recording.name, place?.start]).toEqual(['A2', 3 * 128]);
  expect(windowPlace(manifest.windows!, 'test', 11)?.recording.name).toBe('A0');
  expect(windowPlace(manifest.windows!, 'test', 12)).toBeNull();
  const stored = new Float32Array(await shards[0]!.arrayBuffer(), 15 * 512 * 4, 512);
  const [least, greatest] = manifest.valueRange;
  stored.forEach((share, n) => {
    expect(least + share * (greatest - least)).toBeCloseTo(notes[2]!.signal[3 * 128 + n]!, 6);
  });
});

it('scales by the training notes alone, with silence at a half', async () => {
  const loud = { ...notes[0]!, signal: notes[0]!.signal.map((value) => 4 * value) };
  const { manifest } = await pianoWindows([loud, ...notes.slice(1)]);
  expect(manifest.valueRange[1]).toBeCloseTo(0.21, 3);
  expect(manifest.valueRange[0]).toBe(-manifest.valueRange[1]);
});

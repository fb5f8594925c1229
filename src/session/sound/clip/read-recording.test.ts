import { describe, expect, it } from 'vitest';
import { codedFailureOf } from '../../../core/failure';
import { rms } from '../../../core/sound/loudness';
import type { SoundDecoder } from '../../../core/import/series-import';
import { readRecording } from './read-recording';

const tone = (seconds: number, amplitude = 0.5) =>
  Float32Array.from({ length: seconds * 8000 }, (_, at) => amplitude * Math.sin(at / 3));
const decodesTo =
  (samples: Float32Array): SoundDecoder =>
  () =>
    Promise.resolve({ samples });
const read = (decode: SoundDecoder) => readRecording(new Blob(['x']), 'bell.ogg', decode);
const failure = async (decode: SoundDecoder) =>
  codedFailureOf(await read(decode).catch((error: unknown) => error));

describe('a recording of one’s own', () => {
  it('is as loud as what the network knows', async () => {
    const { samples, isCut } = await read(decodesTo(tone(2, 0.3)));
    expect(samples).toHaveLength(16_000);
    expect(rms(samples)).toBeCloseTo(0.1, 3);
    expect(isCut).toBe(false);
  });

  it('loses a constant offset, which is no sound', async () => {
    const { samples } = await read(decodesTo(tone(2).map((value) => value + 0.3)));
    expect(samples.reduce((sum, value) => sum + value, 0) / samples.length).toBeCloseTo(0, 4);
  });

  it('is cut where it is long', async () => {
    const { samples, isCut } = await read(decodesTo(tone(31)));
    expect(samples).toHaveLength(240_000);
    expect(isCut).toBe(true);
  });

  it('says why it cannot be used', async () => {
    expect(await failure(decodesTo(tone(0.25)))).toEqual({
      code: 'sound.too-short',
      file: 'bell.ogg',
      seconds: 0.25,
    });
    expect(await failure(decodesTo(new Float32Array(8000)))).toEqual({
      code: 'sound.silent',
      file: 'bell.ogg',
    });
    const refuse = (why: 'cannot' | 'no-decoder') => () => Promise.resolve({ why });
    expect(await failure(refuse('cannot'))).toMatchObject({ code: 'sound.not-decoded' });
    expect(await failure(refuse('no-decoder'))).toMatchObject({ code: 'sound.no-decoder' });
  });
});

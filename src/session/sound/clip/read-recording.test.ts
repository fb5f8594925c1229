import { describe, expect, it } from 'vitest';
import { codedFailureOf } from '../../../core/failure';
import { rms } from '../../../core/sound/loudness';
import { readRecording, type Decode } from './read-recording';

const tone = (seconds: number, amplitude = 0.5) =>
  Float32Array.from({ length: seconds * 8000 }, (_, at) => amplitude * Math.sin(at / 3));
const decodesTo =
  (...channels: Float32Array[]): Decode =>
  () =>
    Promise.resolve({
      numberOfChannels: channels.length,
      length: channels[0]!.length,
      getChannelData: (channel) => channels[channel] as Float32Array<ArrayBuffer>,
    });
const read = (decode: Decode) => readRecording(new Blob(['x']), 'bell.ogg', decode);
const failure = async (decode: Decode) => codedFailureOf(await read(decode).catch((error: unknown) => error));

describe('a recording of one’s own', () => {
  it('is mixed down and as loud as what the network knows', async () => {
    const { samples, isCut } = await read(decodesTo(tone(2), tone(2, 0.1)));
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
    const refuse = (error: Error) => () => Promise.reject(error);
    expect(await failure(refuse(new DOMException('Unable to decode', 'EncodingError')))).toMatchObject({
      code: 'sound.not-decoded',
    });
    expect(await failure(refuse(new ReferenceError('OfflineAudioContext is not defined')))).toMatchObject({
      code: 'sound.no-decoder',
    });
  });
});

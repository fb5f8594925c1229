import { describe, expect, it } from 'vitest';
import { equalise, rms, usualRms } from './loudness';
import { addNoise, noiseKinds } from './noise';
import { overlapAdd, overlapWindows, windowLength } from './overlap-windows';
import { segmentalSnr, snr } from './snr';
import { analyse, binCount, magnitudes } from './stft';
import { wavBytes } from './wav';

const rate = 8000;

function tone(length: number, amplitude = 0.5): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length }, (_, at) => amplitude * Math.sin(0.21 * at));
}

/** Mean power of a clip in a range of bins. */
function bandPower(signal: Float32Array, from: number, to: number): number {
  const all = magnitudes(analyse(signal));
  let sum = 0;
  let count = 0;
  all.forEach((value, at) => {
    const bin = at % binCount;
    if (bin < from || bin >= to) return;
    sum += value ** 2;
    count++;
  });
  return sum / count;
}

describe('SNR', () => {
  it('is 20 dB for an error of a tenth', () => {
    const clean = tone(1000);
    const estimate = clean.map((value) => 1.1 * value);
    expect(snr(clean, estimate)).toBeCloseTo(20, 4);
    expect(segmentalSnr(clean, estimate, rate)).toBeCloseTo(20, 4);
  });

  it('is infinite for equal signals, and the segmental one 35 dB', () => {
    expect(snr(tone(1000), tone(1000))).toBe(Infinity);
    expect(segmentalSnr(tone(1000), tone(1000), rate)).toBe(35);
  });

  it('by segments limits each frame and leaves out silence', () => {
    // Frames of 240 points: one perfect (35 dB), one 40 dB worse than its signal (-10 dB), one silent.
    const clean = Float32Array.from({ length: 720 }, (_, at) => (at < 480 ? 0.01 : 0));
    const estimate = clean.map((value, at) => (at < 240 ? value : 1));
    expect(segmentalSnr(clean, estimate, rate)).toBeCloseTo((35 - 10) / 2, 6);
    expect(segmentalSnr(new Float32Array(720), estimate, rate)).toBeNull();
  });

  it('refuses signals of different lengths', () => {
    expect(() => snr(tone(10), tone(11))).toThrow('10 points');
  });
});

describe('noise', () => {
  it.each(noiseKinds)('%s has the SNR asked for, and follows the seed', (kind) => {
    const clean = tone(32_000);
    for (const level of [-5, 5, 20]) {
      const { noisy, noise } = addNoise(clean, kind, level, 7);
      expect(Math.abs(snr(clean, noisy) - level)).toBeLessThan(1e-3);
      expect(noise.length).toBe(clean.length);
    }
    const { noisy } = addNoise(clean, kind, 5, 7);
    expect(addNoise(clean, kind, 5, 7).noisy).toEqual(noisy);
    expect(addNoise(clean, kind, 5, 8).noisy).not.toEqual(noisy);
  });

  it('is flat when white and falls by 3 dB an octave when pink', () => {
    const fall = (kind: 'white' | 'pink') => {
      const { noise } = addNoise(tone(65_536), kind, 0, 1);
      return 10 * Math.log10(bandPower(noise, 16, 32) / bandPower(noise, 64, 128));
    };
    expect(Math.abs(fall('white'))).toBeLessThan(0.5);
    expect(Math.abs(fall('pink') - 6.02)).toBeLessThan(0.5);
  });

  it('lies below 450 Hz for hum', () => {
    const { noise } = addNoise(tone(32_000), 'hum', 0, 1);
    expect(bandPower(noise, 40, binCount)).toBeLessThan(1e-4 * bandPower(noise, 0, 40));
  });

  it('is mostly silence between clicks', () => {
    const { noise } = addNoise(tone(32_000), 'clicks', 0, 1);
    const share = noise.filter((value) => value === 0).length / noise.length;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
  });

  it('cannot be set against silence', () => {
    expect(() => addNoise(new Float32Array(100), 'white', 5, 1)).toThrow('silent');
  });
});

describe('equal loudness', () => {
  it('is the same RMS', () => {
    const [quiet, loud, silent] = equalise([tone(800, 0.01), tone(800, 0.9), new Float32Array(800)]);
    expect(rms(quiet ?? tone(0))).toBeCloseTo(usualRms, 6);
    expect(rms(loud ?? tone(0))).toBeCloseTo(usualRms, 6);
    expect(rms(silent ?? tone(1))).toBe(0);
  });

  it('is lower for all where one would clip', () => {
    const spike = new Float32Array(1000);
    spike[3] = 0.2;
    const [first, second] = equalise([spike, tone(1000)]);
    expect(Math.max(...(first ?? []))).toBeCloseTo(0.99, 5);
    expect(rms(second ?? tone(0))).toBeCloseTo(rms(first ?? tone(0)), 6);
  });
});

describe('overlapping windows', () => {
  it.each([256, 128])('with a hop of %i give the signal back', (hop) => {
    for (const length of [1, 511, 512, 3000]) {
      const signal = Float32Array.from({ length }, (_, at) => Math.cos(0.3 * at));
      const back = overlapAdd(overlapWindows(signal, hop), length, hop);
      expect(back.length).toBe(length);
      back.forEach((value, at) => {
        expect(Math.abs(value - (signal[at] ?? 0))).toBeLessThan(1e-6);
      });
    }
  });

  it('are the waveform as it is', () => {
    const signal = tone(2000);
    const windows = overlapWindows(signal);
    expect(windows.slice(windowLength, 2 * windowLength)).toEqual(signal.slice(0, windowLength));
  });

  it('are refused in another number', () => {
    expect(() => overlapAdd(new Float32Array(512), 2000)).toThrow('windows');
  });
});

describe('a WAV file', () => {
  it('says mono, 16 bit and its rate, and holds the points', () => {
    const bytes = wavBytes(new Float32Array([0, 0.5, -1, 2]), rate);
    const view = new DataView(bytes.buffer);
    const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
    expect(bytes.length).toBe(44 + 8);
    expect([text(0, 4), text(8, 16), text(36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
    expect(view.getUint32(4, true)).toBe(bytes.length - 8);
    expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([
      1,
      rate,
      16,
    ]);
    expect([44, 46, 48, 50].map((at) => view.getInt16(at, true))).toEqual([0, 16_384, -32_767, 32_767]);
  });
});

import { expect, it } from 'vitest';
import { intensityRamp } from '../ramp/intensity-ramp';
import { frameSpan, levelRange, levelsOf } from './levels';
import { spectrogramPixels } from './paint-spectrogram';
import { frequencyAt, heightOf } from './pitch-axis';

const rateHz = 8000;
const sine = (hz: number, amplitude: number) =>
  Float32Array.from({ length: rateHz }, (_, at) => amplitude * Math.sin((2 * Math.PI * hz * at) / rateHz));

it('a sine of amplitude 1 has a level of 0 dB in its bin, one of a tenth 20 dB less', () => {
  for (const [amplitude, level] of [
    [1, 0],
    [0.1, -20],
  ] as const) {
    const { db, bins } = levelsOf(sine(1000, amplitude));
    expect(db[30 * bins + 64]).toBeCloseTo(level, 1);
    expect(levelRange(levelsOf(sine(1000, amplitude))).high).toBeCloseTo(level, 1);
  }
});

it('the axis has 0 Hz at the bottom, half the rate at the top, and 1 kHz near the middle', () => {
  expect(heightOf(0, 4000)).toBe(0);
  expect(heightOf(4000, 4000)).toBe(1);
  expect(heightOf(1000, 4000)).toBeCloseTo(0.466, 2);
  expect(frequencyAt(heightOf(440, 4000), 4000)).toBeCloseTo(440, 6);
});

it('frames lie where the analysis centred them, side by side', () => {
  expect(frameSpan(1, 1280)).toEqual([-0.05, 0.05]);
  expect(frameSpan(2, 1280)[0]).toBeCloseTo(0.05, 9);
});

it('a tone is a line at its height, as strong as the ramp goes', () => {
  const levels = levelsOf(sine(1000, 0.5));
  const colours = intensityRamp('dark');
  const rows = 100;
  const pixels = spectrogramPixels(levels, rows, levelRange(levels), colours, rateHz / 2);
  const brightness = (row: number) =>
    [0, 1, 2].reduce((sum, channel) => sum + (pixels[4 * (row * levels.frames + 30) + channel] ?? 0), 0);
  const all = Array.from({ length: rows }, (_, row) => brightness(row));
  const strongest = all.indexOf(Math.max(...all));
  expect(Math.abs(strongest + 0.5 - rows * (1 - heightOf(1000, 4000)))).toBeLessThan(1);
  const [faint, strong] = [colours.subarray(0, 3), colours.subarray(-3)].map((rgb) =>
    rgb.reduce((sum, byte) => sum + byte, 0),
  );
  expect(all[strongest]).toBeGreaterThan(0.93 * strong!);
  expect(all[5]).toBe(faint);
  expect(all[95]).toBe(faint);
});

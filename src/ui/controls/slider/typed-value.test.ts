import { describe, expect, it } from 'vitest';
import { countText, decimalText, percentText } from '../../../core/number-text';
import type { Track } from './slider-scale';
import { readSliderValue } from './typed-value';

const codeSize: Track = { min: 1, max: 128, scale: 'log', step: 1 };
const learningRate: Track = { min: 0.00001, max: 1, scale: 'log' };
const batchSize: Track = { min: 16, max: 1024, scale: 'linear', stops: [16, 128, 1024] };
const share: Track = { min: 0, max: 0.5, scale: 'linear', step: 0.01 };

const shareOrOff = (value: number) => (value === 0 ? 'off' : percentText(value));
const dB = (value: number) => `${value} dB`;

describe('what is typed beside a slider', () => {
  it.each<[string, Track, (value: number) => string, number]>([
    ['32', codeSize, countText, 32],
    ['31.6', codeSize, countText, 32],
    ['0.00123', learningRate, decimalText, 0.00123],
    ['1e-4', learningRate, decimalText, 0.0001],
    ['1,024', batchSize, countText, 1024],
    ['off', share, shareOrOff, 0],
    ['Off', share, shareOrOff, 0],
    ['20', share, shareOrOff, 0.2],
    ['20 %', share, shareOrOff, 0.2],
    ['5', { min: -10, max: 30, scale: 'linear', step: 1 }, dB, 5],
    ['−5 dB', { min: -10, max: 30, scale: 'linear', step: 1 }, dB, -5],
  ])('%j', (text, track, format, value) => {
    expect(readSliderValue(text, track, format)).toEqual({ value });
  });

  it.each<[string, Track, (value: number) => string, string]>([
    ['129', codeSize, countText, 'Type a number from 1 to 128.'],
    ['0', codeSize, countText, 'Type a number from 1 to 128.'],
    ['many', codeSize, countText, 'Type a number from 1 to 128.'],
    ['', codeSize, countText, 'Type a number from 1 to 128.'],
    ['100', batchSize, countText, 'Type one of 16, 128, 1,024.'],
    ['80', share, shareOrOff, 'Type a number from off to 50 %.'],
  ])('%j is refused', (text, track, format, problem) => {
    expect(readSliderValue(text, track, format)).toEqual({ problem });
  });
});

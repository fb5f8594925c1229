import { expect, test } from 'vitest';
import { cutText, durationText, rateText, recordingText } from './words';

test('durations and rates are told in the unit that fits', () => {
  expect([0.064, 3.5, 65.2, 120, 7500, 8e5].map(durationText)).toEqual([
    '64 ms',
    '3.5 s',
    '1 min 5 s',
    '2 min',
    '2 h 5 min',
    '9 days',
  ]);
  expect([8000, 22_050, 50, 1, 0.1].map(rateText)).toEqual([
    '8 kHz',
    '22.05 kHz',
    '50 points per second',
    '1 point per second',
    '1 point every 10 s',
  ]);
});

test('a recording tells its length and its windows, with times where the rate is known', () => {
  const recording = {
    name: 'a',
    length: 12_000,
    train: { first: 0, count: 310, start: 0 },
    test: { first: 0, count: 74, start: 9800 },
  };
  expect(recordingText(recording, 100)).toBe('12,000 points, 2 min · 310 windows to train on, 74 to test');
  expect(recordingText(recording, null)).toBe('12,000 points · 310 windows to train on, 74 to test');
  const windows = { stride: 64, rate: 8000, recordings: [recording] };
  expect(cutText({ windows, windowLength: 512, traces: [] })).toBe(
    'Windows of 512 points (64 ms), one every 64 points; 8 kHz.',
  );
});

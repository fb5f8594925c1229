import { expect, it } from 'vitest';
import { signalText } from './signal-text';

const info = { shape: [4, 1], valueRange: [-1, 3] } as const;
const values = Float32Array.of(0.25, 0, 1, 0.5);

it('tells the extremes of a signal, where it differs most, and both in the units of the data', () => {
  expect(signalText({ info, values, tone: 'ink' })).toBe('Lowest at 2: −1. Highest at 3: 3.');
  const reference = Float32Array.of(0.25, 0, 0.75, 1);
  expect(signalText({ info, values, tone: 'ink', reference })).toMatch(/Largest difference at 4: −2\.$/);
  expect(signalText({ info, values: Float32Array.of(0, -0.5, 0.25, 0), tone: 'error' })).toBe(
    'Largest error at 2: −2.',
  );
});

it('of several tells in which they differ most, and of channels which', () => {
  const two = { shape: [2, 2], valueRange: [0, 1] } as const;
  const several = Float32Array.of(0, 0, 0, 0, 0, 1, 0, 0);
  const reference = new Float32Array(8);
  expect(signalText({ info: two, values: several, tone: 'ink', reference })).toBe(
    'Largest difference in sample 2, at 1, channel 2: 1.',
  );
});

it('says nothing of images, nor of what is not there yet', () => {
  expect(signalText({ info: { shape: [2, 2, 1] }, values, tone: 'ink' })).toBeNull();
  expect(signalText({ info, values: new Float32Array(0), tone: 'ink' })).toBeNull();
});

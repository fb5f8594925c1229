import { describe, expect, it } from 'vitest';
import { sampleWords } from '../../core/samples/words/sample-words';
import { mapSubtitle } from './words';

const images = sampleWords('image');

const points = new Float32Array(20_000);

describe('the words on a map', () => {
  it('say what the axes are, and how much of the codes they show', () => {
    expect(mapSubtitle({ points, axes: 'principal', explained: [0.4, 0.21] }, images)).toBe(
      '10,000 test images on 2 principal axes (61 % of variance)',
    );
    expect(mapSubtitle({ points, axes: 'code', explained: null }, images)).toBe(
      '10,000 test images, the two numbers of the code',
    );
    expect(mapSubtitle({ points, axes: 'code-jitter', explained: null }, images)).toContain('random');
  });
});

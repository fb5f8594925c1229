import { expect, it } from 'vitest';
import { frameAt, frameCount, stripOf, stripSteps } from './frames';

const frames = Float32Array.from({ length: frameCount * 2 }, (_, i) => i);

it('the strip holds both ends and is evenly taken from the way between them', () => {
  const strip = stripOf(frames, stripSteps.image);
  expect(strip).toHaveLength(stripSteps.image * 2);
  expect(Array.from(strip.subarray(0, 4))).toEqual([0, 1, 8, 9]);
  expect(strip.slice(-2)).toEqual(frames.slice(-2));
});

it('the animation begins and ends with the ends, and stays within them', () => {
  expect(frameAt(frames, 0)).toEqual(frames.slice(0, 2));
  expect(frameAt(frames, 1)).toEqual(frames.slice(-2));
  expect(frameAt(frames, 7)).toEqual(frames.slice(-2));
});

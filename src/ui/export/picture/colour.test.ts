import { expect, it } from 'vitest';
import { evenGradient, plainColour } from './colour';

it.each([
  ['rgb(66, 99, 216)', '#4263d8', 1],
  ['rgba(0, 0, 0, 0)', '#000000', 0],
  ['rgba(255, 128, 0, 0.5)', '#ff8000', 0.5],
  ['color(srgb 1 0.5 0 / 0.25)', '#ff8000', 0.25],
  ['color(srgb 0.2 1.2 1e-7)', '#33ff00', 1],
])('%s is %s', (computed, hex, opacity) => {
  expect(plainColour(computed)).toEqual({ hex, opacity });
});

it.each(['none', 'url("#a")', 'color(display-p3 1 0 0)', 'oklab(0.5 0 0)'])(
  '%s is no plain colour',
  (text) => {
    expect(plainColour(text)).toBeNull();
  },
);

it('reads the steps of a ramp', () => {
  expect(evenGradient('linear-gradient(to right, rgb(1, 2, 3), rgb(4, 5, 6))')).toEqual([
    'rgb(1, 2, 3)',
    'rgb(4, 5, 6)',
  ]);
  expect(evenGradient('repeating-linear-gradient(rgb(1, 2, 3) 0px, rgb(4, 5, 6) 4px)')).toBeNull();
  expect(evenGradient('none')).toBeNull();
});

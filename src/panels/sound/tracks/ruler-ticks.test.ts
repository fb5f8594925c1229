import { expect, it } from 'vitest';
import { rulerTicks } from './ruler-ticks';

it('marks round seconds, never too many, and none at the end', () => {
  expect(rulerTicks(4)).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5]);
  expect(rulerTicks(30)).toEqual([0, 5, 10, 15, 20, 25]);
  expect(rulerTicks(0.75)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  expect(rulerTicks(0)).toEqual([]);
});

import { expect, it } from 'vitest';
import { galleryPicks } from './gallery-picks';

const test = Float32Array.of(0.1, 0.9, 0.5, 0.3, 0.7);
const ranked = Uint32Array.of(1, 4, 2, 3, 0);
// 0 and 1 are normal.
const isNormal = Uint8Array.of(1, 1, 0, 0, 0);

it('shows the ends of the ranking, the most telling first', () => {
  const { most, least } = galleryPicks({ test, ranked, isNormal, threshold: null }, 2);
  expect([...most.indices]).toEqual([1, 4]);
  expect([...least.indices]).toEqual([0, 3]);
  expect(most.count).toBe(5);
});

it('has as false alarms what is normal and above the threshold, as misses what is anomalous and not above it', () => {
  const picks = galleryPicks({ test, ranked, isNormal, threshold: 0.5 }, 4);
  expect([...picks['false-alarms'].indices]).toEqual([1]);
  expect([...picks.misses.indices]).toEqual([3, 2]);
});

it('has neither without a threshold', () => {
  const picks = galleryPicks({ test, ranked, isNormal, threshold: null }, 4);
  expect(picks['false-alarms'].count + picks.misses.count).toBe(0);
});

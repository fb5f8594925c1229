// The choice of a tile, on a clock and with tiles whose speed the test sets.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseTile } from './tile-choice';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Tiles that take some microseconds a run, on a clock that ticks every `tickMs`. */
function tiles(us: { narrow: number; wide: number }, tickMs = 0.005) {
  let ms = 17.3;
  let runs = 0;
  let isWide = false;
  return {
    us,
    runs: () => runs,
    clock: { now: () => Math.floor(ms / tickMs) * tickMs },
    tryTile(wide: boolean) {
      runs++;
      ms += (wide ? us.wide : us.narrow) / 1000;
    },
    useWideTile(wide: boolean) {
      isWide = wide;
    },
    usesWideTile: () => isWide,
  };
}

function choose(trial: ReturnType<typeof tiles>): () => void {
  return chooseTile(trial, 0, trial.clock);
}

test.each([0.005, 0.1, 1])('the faster tile is used, on a clock that ticks every %d ms', (tickMs) => {
  const wideIsFaster = tiles({ narrow: 24, wide: 16 }, tickMs);
  choose(wideIsFaster);
  vi.runAllTimers();
  expect(wideIsFaster.usesWideTile()).toBe(true);

  const narrowIsFaster = tiles({ narrow: 24, wide: 38 }, tickMs);
  choose(narrowIsFaster);
  vi.runAllTimers();
  expect(narrowIsFaster.usesWideTile()).toBe(false);
});

test('of two that are about as fast the narrow one is used', () => {
  const trial = tiles({ narrow: 24, wide: 23 });
  choose(trial);
  vi.runAllTimers();
  expect(trial.usesWideTile()).toBe(false);
});

test('a tile that the browser optimises later is tried again', () => {
  const trial = tiles({ narrow: 24, wide: 200 });
  choose(trial);
  vi.advanceTimersByTime(0);
  expect(trial.usesWideTile()).toBe(false);
  trial.us.wide = 14;
  vi.advanceTimersByTime(250);
  expect(trial.usesWideTile()).toBe(true);
});

test('a clock that stands still leaves the narrow tile, after a limited number of runs', () => {
  const trial = tiles({ narrow: 24, wide: 12 }, 1e9);
  choose(trial);
  vi.advanceTimersByTime(0);
  expect(trial.usesWideTile()).toBe(false);
  expect(trial.runs()).toBeLessThan(5000);
});

test('ended trials change nothing', () => {
  const trial = tiles({ narrow: 24, wide: 12 });
  choose(trial)();
  vi.runAllTimers();
  expect(trial.runs()).toBe(0);
});

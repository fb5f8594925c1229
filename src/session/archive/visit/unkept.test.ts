import { expect, it } from 'vitest';
import type { RunEntry } from '../run-entry';
import { wouldLose } from './unkept';

const now = 1_000_000;
const at = (step: number) => ({ runId: '1', step });
const keptAt = (step: number, secondsAgo: number, problem: 'refused' | 'full' | null = null) => ({
  entries: [{ id: '1', step, changedAt: now - 1000 * secondsAgo } as RunEntry],
  problem,
});
const never = { entries: [], problem: null };

it('an untrained network, or one that is kept at its step, is no reason to ask', () => {
  expect(wouldLose(at(0), never, null, now)).toBe(false);
  expect(wouldLose(at(0), { ...never, problem: 'refused' }, null, now)).toBe(false);
  expect(wouldLose(at(900), keptAt(900, 500), null, now)).toBe(false);
  // Another run does not fit; this one is safe.
  expect(wouldLose(at(900), keptAt(900, 500, 'full'), null, now)).toBe(false);
});

it('where the browser keeps nothing, every trained step is', () => {
  expect(wouldLose(at(1), { ...never, problem: 'refused' }, null, now)).toBe(true);
  expect(wouldLose(at(950), keptAt(900, 2, 'full'), null, now)).toBe(true);
});

it('the few seconds since the last checkpoint are not, half a minute that could not be written is', () => {
  expect(wouldLose(at(950), keptAt(900, 9), now - 60_000, now)).toBe(false);
  expect(wouldLose(at(950), never, now - 9000, now)).toBe(false);
  expect(wouldLose(at(950), keptAt(900, 40), now - 60_000, now)).toBe(true);
  expect(wouldLose(at(950), never, now - 40_000, now)).toBe(true);
  // Kept yesterday, trained on for a moment.
  expect(wouldLose(at(950), keptAt(900, 80_000), now - 2000, now)).toBe(false);
});

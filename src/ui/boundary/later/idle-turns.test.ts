import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inIdleTurn } from './idle-turns';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('gives each a turn of its own, in the order of asking', () => {
  const calls: string[] = [];
  inIdleTurn(() => calls.push('first'));
  inIdleTurn(() => calls.push('second'));
  expect(calls).toEqual([]);
  while (calls.length === 0) vi.advanceTimersToNextTimer();
  expect(calls).toEqual(['first']);
  vi.runAllTimers();
  expect(calls).toEqual(['first', 'second']);
});

it('gives no turn to what was taken back, and goes on', () => {
  const calls: string[] = [];
  const takeBack = inIdleTurn(() => calls.push('gone'));
  inIdleTurn(() => calls.push('kept'));
  takeBack();
  vi.runAllTimers();
  expect(calls).toEqual(['kept']);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StallError, withStallLimit } from './stall-limit';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A transfer that calls `onData` every `everyMs`, `times` times, and then waits until it is ended. */
const transfer =
  (everyMs: number, times: number, thenEnds: boolean) =>
  async (signal: AbortSignal, onData: () => void): Promise<string> => {
    for (let count = 0; count < times; count++) {
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      signal.throwIfAborted();
      onData();
    }
    if (thenEnds) return 'whole';
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
    );
  };

const never = new AbortController().signal;

test('a slow transfer may take any time while something comes now and then', async () => {
  const result = withStallLimit(never, 100, transfer(90, 50, true));
  await vi.runAllTimersAsync();
  expect(await result).toBe('whole');
});

test('a transfer that hangs is ended once nothing has come for the limit', async () => {
  const result = withStallLimit(never, 100, transfer(90, 2, false));
  const ended = vi.fn();
  result.catch(ended);
  await vi.advanceTimersByTimeAsync(279);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledWith(expect.any(StallError));
});

test('ending it from outside gives the reason from outside, and no timer is left', async () => {
  const outside = new AbortController();
  const result = withStallLimit(outside.signal, 100, transfer(10, 0, false));
  outside.abort(new Error('closed'));
  await expect(result).rejects.toThrow('closed');
  expect(vi.getTimerCount()).toBe(0);
});

import { expect, test } from 'vitest';
import { withTimeout } from './with-timeout';

const afterMs = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve('answer'), ms));

test('an answer within the limit is passed on', async () => {
  expect(await withTimeout(afterMs(1), 60_000)).toBe('answer');
});

test('an answer after the limit is late', async () => {
  expect(await withTimeout(new Promise(() => undefined), 1)).toBe('late');
});

test('a limit of Infinity waits indefinitely', async () => {
  expect(await withTimeout(afterMs(20), Infinity)).toBe('answer');
});

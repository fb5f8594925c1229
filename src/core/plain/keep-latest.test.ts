import { expect, it } from 'vitest';
import { keepLatest } from './keep-latest';

it('lets the entry go that was kept longest ago, not the one that was added first', () => {
  const entries = new Map<string, number>();
  for (const [value, key] of ['a', 'b', 'a', 'c', 'd'].entries()) keepLatest(entries, key, value, 3);
  expect([...entries]).toEqual([
    ['a', 2],
    ['c', 3],
    ['d', 4],
  ]);
});

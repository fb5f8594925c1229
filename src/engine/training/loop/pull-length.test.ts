import { expect, test } from 'vitest';
import { PullLength } from './pull-length';

test('pulls are short from a drawing on until a second has passed without one', () => {
  let now = 5000;
  const pulls = new PullLength(() => now);
  const usual = pulls.next();
  pulls.attend();
  const short = pulls.next();
  expect(short).toBeLessThanOrEqual(usual / 4);
  now += 900;
  expect(pulls.next()).toBe(short);
  pulls.attend();
  now += 900;
  expect(pulls.next()).toBe(short);
  now += 100;
  expect(pulls.next()).toBe(usual);
});

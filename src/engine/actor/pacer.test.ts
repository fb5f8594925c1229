import { expect, test } from 'vitest';
import { pacer } from './pacer';

test('the first run is due at once', () => {
  expect(pacer(0.1, 100).due(0)).toBe(true);
});

test('however cheap, the next run is not due before the minimum interval', () => {
  const pace = pacer(0.5, 100);
  pace.done(1000, 1000);
  expect(pace.due(1099)).toBe(false);
  expect(pace.due(1100)).toBe(true);
});

test.each([0.05, 0.2, 0.5])('work that runs whenever it is due takes a share of %f of the time', (share) => {
  const pace = pacer(share, 10);
  let now = 0;
  let spent = 0;
  for (let time = 0; time < 50; time++) {
    while (!pace.due(now)) now++;
    const cost = 20 + (time % 7) * 10;
    pace.done(now, now + cost);
    now += cost;
    spent += cost;
  }
  expect(spent / now).toBeLessThan(share * 1.05);
  expect(spent / now).toBeGreaterThan(share * 0.9);
});

test('a costly run delays the next one', () => {
  const pace = pacer(0.1, 10);
  pace.done(0, 100);
  expect(pace.due(999)).toBe(false);
  expect(pace.due(1000)).toBe(true);
});

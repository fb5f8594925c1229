import { expect, it } from 'vitest';
import { emptyText } from './words';

it('says of an empty gallery whether there is a threshold at all', () => {
  expect(emptyText('misses', true)).toBe('No anomaly is missed at this threshold.');
  expect(emptyText('misses', false)).toMatch(/^There is no threshold yet/);
  expect(emptyText('false-alarms', false)).toMatch(/^There is no threshold yet/);
  expect(emptyText('most', false)).toBe('No scores yet.');
});

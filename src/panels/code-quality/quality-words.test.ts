import { expect, it } from 'vitest';
import { whenText } from './quality-words';

it('a measurement says of which network it is', () => {
  const measured = { runId: 1, step: 1200 };
  expect(whenText(measured, { runId: 1, step: 1200 })).toBe('Measured at step 1,200, the one that is shown.');
  expect(whenText(measured, { runId: 1, step: 1300 })).toMatch('has learned since');
  expect(whenText(measured, { runId: 2, step: 1200 })).toMatch('earlier network');
});

import { expect, test } from 'vitest';
import { unsupportedNodeMessage } from './node-version.mjs';

test.each([
  ['20.19.0', '>=20.19'],
  ['20.20.2', '>=20.19'],
  ['22.0.0', '>=20.19'],
  ['100.1.0', '>=20.19'],
  ['20.19.4', '^20.19.0 || >=22.12.0'],
  ['24.0.1', '^20.19.0 || >=22.12.0'],
])('Node %s satisfies %s', (version, range) => {
  expect(unsupportedNodeMessage(version, range)).toBeUndefined();
});

test.each([
  ['20.18.3', '>=20.19'],
  ['18.20.4', '>=20.19'],
  ['8.0.0', '>=20.19'],
  ['21.7.0', '^20.19.0 || >=22.12.0'],
  ['22.11.0', '^20.19.0 || >=22.12.0'],
])('Node %s does not satisfy %s, and the message is one sentence', (version, range) => {
  const message = unsupportedNodeMessage(version, range);
  expect(message).toContain(version);
  expect(message).toContain(range);
  expect(message).not.toContain('\n');
});

import { expect, test } from 'vitest';
import { CodedError, failureOf } from './failure';

test('a failure survives comlink, which keeps only the name and the message of an error', () => {
  const thrown = new CodedError({ code: 'data.truncated', file: 'train-3.shard', bytes: 5, expected: 9 });
  const { name, message } = thrown;
  expect(failureOf(thrown)).toBe(thrown.failure);
  expect(failureOf(Object.assign(new Error(message), { name }))).toEqual(thrown.failure);
});

test('any other error is unexpected, with its message as detail', () => {
  expect(failureOf(new RangeError('no room'))).toEqual({ code: 'unexpected', detail: 'no room' });
  expect(failureOf('stopped')).toEqual({ code: 'unexpected', detail: 'stopped' });
});

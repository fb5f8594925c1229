import { expect, test } from 'vitest';
import { findKind, kindOf } from './kind';

const registry = { none: 1, gaussian: 2 };

test('an entry is found by its id', () => {
  expect(kindOf(registry, 'gaussian')).toBe(2);
});

test.each(['rain', 'toString', '__proto__', ''])('there is no %j, and the error says what there is', (id) => {
  expect(findKind(registry, id)).toBeUndefined();
  expect(() => kindOf(registry, id)).toThrow(`There is no “${id}” among none, gaussian.`);
});

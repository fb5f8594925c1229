import { expect, it } from 'vitest';
import { classSetOptions, imageSetText } from './words';

it('names a set of images by where it came from', () => {
  const indices = new Uint32Array(1234);
  expect(imageSetText({ origin: { kind: 'lasso' }, indices }, [])).toBe('1,234 selected');
  expect(imageSetText({ origin: { kind: 'class', label: 1 }, indices }, ['cat', 'dog'])).toBe(
    'all of class dog',
  );
});

it('offers classes by their full words, or by their names under a heading when there are many', () => {
  expect(classSetOptions(['cat', 'dog'])[1]).toEqual({ value: '1', label: 'all of class dog' });
  const many = Array.from({ length: 345 }, (_, i) => `kind ${i}`);
  expect(classSetOptions(many)[344]).toEqual({ value: '344', label: 'kind 344', group: 'all of class' });
});

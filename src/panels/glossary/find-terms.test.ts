import { expect, it } from 'vitest';
import { glossary } from '../../catalog/glossary/registry';
import { findTerms } from './find-terms';

const entries = Object.entries(glossary).map(([id, entry]) => ({ id, ...entry }));
const find = (search: string) => findTerms(entries, search).map(({ id }) => id);

it('finds terms by how they begin first, then by other names, then by what is said of them', () => {
  expect(find('kl')[0]).toBe('kl-sparsity');
  expect(find('VAE')[0]).toBe('variational');
  expect(find('neuron')).toEqual(['unit']);
  expect(find('spectrogram')[0]).toBe('spectrogram');
  expect(find('spectrogram')).toContain('wiener-filter');
});

it('wants every word, in any order, and does not mind case or accents', () => {
  expect(find('error SQUARED mean')[0]).toBe('mean-squared-error');
  expect(find('karhunen loeve')).toEqual(['pca']);
  expect(find('squared zebra')).toEqual([]);
});

it('finds everything where nothing is searched for', () => {
  expect(find('  ')).toHaveLength(entries.length);
});

import { expect, it } from 'vitest';
import { termHref, namedTerm } from '../../core/glossary/term-id';
import { sampleText } from '../../core/samples/words/sample-words';
import { citation } from '../references/reference';
import { references } from '../references/registry';
import { gaussianKlFormula } from '../code-kinds/registry';
import { losses } from '../losses/registry';
import { sparsityPenalties } from '../sparsity/registry';
import { glossary } from './registry';

const entries = Object.entries(glossary);

it('says each term in one sentence', () => {
  expect(entries.length).toBeGreaterThanOrEqual(45);
  for (const [id, { term, sentence }] of entries) {
    expect(sentence, id).toMatch(/^[A-Z‘“].*\.$/s);
    // One sentence: no full stop before another beginning.
    expect(sentence.slice(0, -1), id).not.toMatch(/[.!?] [A-Z]/);
    expect(sentence.length, id).toBeLessThan(200);
    expect(term, id).not.toBe('');
  }
  const terms = entries.map(([, { term }]) => term.toLowerCase());
  expect(new Set(terms).size).toBe(terms.length);
});

it('leads from each term to others, all of which exist, and from none to itself', () => {
  for (const [id, { related }] of entries) {
    expect(related.length, id).toBeGreaterThan(0);
    expect(new Set(related).size, id).toBe(related.length);
    expect(related, id).not.toContain(id);
    for (const other of related) expect(Object.keys(glossary), id).toContain(other);
  }
  // From the autoencoder every term is found by following the related ones.
  const found = new Set(['autoencoder']);
  for (const id of found) glossary[id as keyof typeof glossary].related.forEach((other) => found.add(other));
  expect(Object.keys(glossary).filter((id) => !found.has(id))).toEqual([]);
});

it('takes the formulas of losses and penalties from their registries', () => {
  expect(glossary['mean-squared-error'].formula).toBe(losses.mse.formula);
  expect(glossary['kl-sparsity'].formula).toBe(sparsityPenalties.kl.formula);
  expect(glossary['kl-divergence'].formula).toBe(gaussianKlFormula);
});

it('speaks of images and of signals', () => {
  const effect = (kind: 'image' | 'signal') => sampleText(glossary['masking-noise'].effect ?? '', kind);
  expect(effect('image')).toContain('pixels');
  expect(effect('signal')).not.toContain('pixels');
});

it('cites every reference, and each is complete', () => {
  const cited = new Set(entries.flatMap(([, { sources = [] }]) => sources));
  expect(Object.keys(references).filter((id) => !cited.has(id as never))).toEqual([]);
  for (const [id, { authors, year, title, venue, ...reference }] of Object.entries(references)) {
    expect(`${authors}${title}${venue}`, id).not.toMatch(/\s\s|undefined/);
    expect(authors, id).toMatch(/^([^,]+, ([A-Z]\.[ -]?)+(, )?)+$/);
    expect(year, id).toBeGreaterThan(1900);
    expect(id, 'the id ends in the year').toMatch(new RegExp(`${year}$`));
    if ('link' in reference) expect(reference.link, id).toMatch(/^https:\/\//);
  }
});

it('names works as they are named within a sentence', () => {
  expect(citation(references.kingma2015)).toBe('Kingma & Ba 2015');
  expect(citation(references.vincent2010)).toBe('Vincent et al. 2010');
  expect(citation(references.ng2011)).toBe('Ng 2011');
});

it('has an address for each term', () => {
  expect(termHref('bottleneck')).toBe('#learn/glossary/bottleneck');
  for (const [id] of entries) expect(namedTerm(termHref(id as keyof typeof glossary))).toBe(id);
  expect(namedTerm('#learn/glossary')).toBeNull();
  expect(namedTerm('#learn/first')).toBeNull();
});

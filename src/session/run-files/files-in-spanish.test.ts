// What leaves a page in Spanish: files, and names of files, are those of the page in English (decision 0032).
import { expect, it } from 'vitest';
import { inSpanish } from '../../core/language/testing/spanish';

inSpanish();

it('a Keras script, a model card and the names of files are in English', async () => {
  // Loaded in Spanish, as on such a page: the constants in them are Spanish words.
  const { i18n } = await import('../../core/language/i18n');
  const { familyName } = await import('../../catalog/families/registry');
  const { trainedRun } = await import('../testing/trained-run');
  const { kerasScript } = await import('../keras/keras-script');
  const { modelCard } = await import('./weights/model-card');
  const { runNameInFiles } = await import('../archive/run-name');
  const { record } = trainedRun({ noise: 'gaussian', noiseLevel: 0.5, sparsity: 'l1', sparsityWeight: 0.01 });
  const { experiment, facts } = record;
  if (facts === null) throw new Error('A trained run knows its data.');
  const labels = { name: null, note: '', tags: [], isPinned: false };
  const written = () => [
    kerasScript({ experiment, dataset: facts.dataset }),
    modelCard({ record, labels, pcaMse: 0.05 }),
    runNameInFiles({ name: null, experiment, data: facts.dataset }),
  ];
  expect(familyName(experiment)).toBe('antirruido + disperso L1');
  const [script, card, name] = written();
  expect(name).toBe('Denoising + L1 sparse · code 3 · MNIST');
  expect(script).toContain('"""Denoising + L1 sparse autoencoder on MNIST');
  expect(card).toContain('squeezes images of MNIST');
  expect(card).toContain('0.0400');
  expect(card).toContain('| Learning rate |');
  expect(runNameInFiles({ name: 'Mía', experiment, data: facts.dataset })).toBe('Mía');
  const onSpanishPage = written();
  i18n.activate('en');
  expect(written()).toEqual(onSpanishPage);
});

// Walks every registry of the catalog: what is said of an entry, and that the ids are those of the experiment's schema.
import { describe, expect, test } from 'vitest';
import {
  activationIds,
  architectureIds,
  corruptionIds,
  datasetIds,
  defaultExperiment,
  lossIds,
  optimizerIds,
} from '../core/experiment';
import { activations } from './activations/registry';
import { architectures } from './architectures/registry';
import { corruptions } from './corruptions/registry';
import { datasets } from './datasets/registry';
import { families } from './families/registry';
import { losses } from './losses/registry';
import { optimizers } from './optimizers/registry';

interface Entry {
  label: string;
  summary: string;
  formula?: string;
}

const registries: [string, readonly string[], Record<string, Entry>][] = [
  ['datasets', datasetIds, datasets],
  ['architectures', architectureIds, architectures],
  ['corruptions', corruptionIds, corruptions],
  ['losses', lossIds, losses],
  ['activations', activationIds, activations],
  ['optimizers', optimizerIds, optimizers],
  ['families', Object.keys(families), families],
];

describe.each(registries)('%s', (_, ids, registry) => {
  test('has an entry for each id of the experiment and no other', () => {
    expect(Object.keys(registry).sort()).toEqual([...ids].sort());
  });

  test('gives no label twice', () => {
    const labels = Object.values(registry).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test.each(Object.entries(registry))(
    '%s has a label and a summary that ends in a full stop',
    (_id, entry) => {
      expect(entry.label).toMatch(/^\S(.*\S)?$/);
      expect(entry.summary).toMatch(/^[A-Z].*\.$/);
      if ('formula' in entry) expect(entry.formula).toMatch(/\S/);
    },
  );
});

test('every registry holds what the experiment chooses by default', () => {
  const { dataset, architecture, noise, loss, activation, optimizer } = defaultExperiment;
  expect(datasets).toHaveProperty(dataset);
  expect(architectures).toHaveProperty(architecture);
  expect(corruptions).toHaveProperty(noise);
  expect(losses).toHaveProperty(loss);
  expect(activations).toHaveProperty(activation);
  expect(optimizers).toHaveProperty(optimizer);
});

test.each(Object.entries(datasets))(
  'a drawing for %s has a size and a stroke that fits in it',
  (_, dataset) => {
    const { boxSize, strokeWidth } = dataset.drawing;
    const [least, most] = strokeWidth;
    expect(dataset.drawingHint).toMatch(/^Draw /);
    expect(0 < least && least <= most && most < boxSize).toBe(true);
  },
);

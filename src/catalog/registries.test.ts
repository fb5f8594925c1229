// Walks every registry of the catalog: what is said of an entry, and that the ids are those of the experiment's schema.
import { describe, expect, test } from 'vitest';
import {
  activationIds,
  architectureIds,
  codeActivationIds,
  codeKindIds,
  corruptionIds,
  datasetIds,
  defaultExperiment,
  lossIds,
  optimizerIds,
  outputActivationIds,
  scheduleIds,
  sparsityIds,
} from '../core/experiment';
import { activations, activeThresholds, codeActivations, outputActivations } from './activations/registry';
import { architectures } from './architectures/registry';
import { codeKinds } from './code-kinds/registry';
import { corruptions } from './corruptions/registry';
import { datasets } from './datasets/registry';
import { families } from './families/registry';
import { losses } from './losses/registry';
import { optimizers } from './optimizers/registry';
import { schedules } from './schedules/registry';
import { sparsityPenalties } from './sparsity/registry';

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
  ['codeKinds', codeKindIds, codeKinds],
  ['sparsityPenalties', sparsityIds, sparsityPenalties],
  ['activations', activationIds, activations],
  ['codeActivations', codeActivationIds, codeActivations],
  ['outputActivations', outputActivationIds, outputActivations],
  ['optimizers', optimizerIds, optimizers],
  ['schedules', scheduleIds, schedules],
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
  const { dataset, architecture, codeKind, codeActivation, noise, loss, sparsity, activation } =
    defaultExperiment;
  const { outputActivation, optimizer, schedule } = defaultExperiment;
  expect(datasets).toHaveProperty(dataset);
  expect(architectures).toHaveProperty(architecture);
  expect(codeKinds).toHaveProperty(codeKind);
  expect(codeActivations).toHaveProperty(codeActivation);
  expect(corruptions).toHaveProperty(noise);
  expect(losses).toHaveProperty(loss);
  expect(sparsityPenalties).toHaveProperty(sparsity);
  expect(activations).toHaveProperty(activation);
  expect(outputActivations).toHaveProperty(outputActivation);
  expect(optimizers).toHaveProperty(optimizer);
  expect(schedules).toHaveProperty(schedule);
});

test('the choices stand in the order of the schema, whose first is offered first', () => {
  for (const [name, ids, registry] of registries) expect([name, Object.keys(registry)]).toEqual([name, ids]);
});

test('losses are offered as the literature on denoising has them: L2, then L1, then cross-entropy', () => {
  expect(Object.keys(losses)).toEqual(['mse', 'mae', 'bce']);
});

test('every activation of a code has a threshold from which a unit is active, 0 where it can be exactly 0', () => {
  expect(Object.keys(activeThresholds).sort()).toEqual([...codeActivationIds].sort());
  for (const [activation, threshold] of Object.entries(activeThresholds)) {
    if (activation === 'relu') expect(threshold).toBe(0);
    else expect(threshold > 0 && threshold <= 0.1).toBe(true);
  }
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

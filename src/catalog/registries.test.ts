// Checks the texts of every entry in every registry of the catalog.
import { sampleText, type SampleText } from '../core/samples/words/sample-words';
import { describe, expect, test } from 'vitest';
import { activations, activeThresholds, codeActivations, outputActivations } from './activations/registry';
import { architectures } from './architectures/registry';
import { codeKinds } from './code-kinds/registry';
import { isSuited, type Corruption } from './corruptions/corruption';
import { corruptions } from './corruptions/registry';
import { datasets } from './datasets/registry';
import { families } from './families/registry';
import { lossPlaces } from './loss-on/registry';
import { losses } from './losses/registry';
import { maskInputs } from './mask-inputs/registry';
import { optimizers } from './optimizers/registry';
import { schedules } from './schedules/registry';
import { sparsityPenalties } from './sparsity/registry';

interface Entry {
  label: string;
  name?: string;
  summary: SampleText;
  formula?: string;
  /** What differs on signals. */
  onSignals?: object;
}

const registries: [string, Record<string, Entry>][] = Object.entries({
  datasets,
  architectures,
  corruptions,
  losses,
  lossPlaces,
  maskInputs,
  codeKinds,
  sparsityPenalties,
  activations,
  codeActivations,
  outputActivations,
  optimizers,
  schedules,
  families,
});

describe.each(registries)('%s', (_, registry) => {
  test('gives no label and no name twice', () => {
    const labels = Object.values(registry).map(({ label }) => label);
    const names = Object.values(registry).flatMap(({ name }) => name ?? []);
    expect(new Set(labels).size).toBe(labels.length);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(Object.entries(registry))(
    '%s has a label and a summary that ends in a full stop',
    (_id, entry) => {
      expect(entry.label).toMatch(/^\S(.*\S)?$/);
      expect(sampleText(entry.summary)).toMatch(/^[A-Z].*\.$/);
      if ('formula' in entry) expect(entry.formula).toMatch(/\S/);
    },
  );
});

test('nothing that is offered on signals speaks of images or pixels there', () => {
  const offered = registries
    .filter(([name]) => name !== 'datasets')
    .flatMap(([, registry]) => Object.entries(registry))
    // Cross-entropy reads probabilities, and is not offered.
    .filter(
      ([id, entry]) => id !== 'bce' && (!('suits' in entry) || isSuited(entry as Corruption, 'signal')),
    );
  for (const [id, entry] of offered) {
    const summary = (entry.onSignals as Partial<Entry> | undefined)?.summary ?? entry.summary;
    expect(sampleText(summary, 'signal'), id).not.toMatch(/\b(image|pixel)s?\b/i);
  }
});

test('a code unit is active above a threshold, which is 0 if its activation can be exactly 0', () => {
  for (const [activation, threshold] of Object.entries(activeThresholds)) {
    if (activation === 'relu') expect(threshold).toBe(0);
    else expect(threshold > 0 && threshold <= 0.1).toBe(true);
  }
});

test.each(Object.entries(datasets))(
  'a drawing for %s has a size and a stroke that fits in it',
  (_, dataset) => {
    expect(dataset.drawingHint).toMatch(/^Draw /);
    // Otherwise it is measured on the data.
    if (dataset.drawing === null) return;
    const { boxSize, strokeWidth } = dataset.drawing;
    const [least, most] = strokeWidth;
    expect(0 < least && least <= most && most < boxSize).toBe(true);
  },
);

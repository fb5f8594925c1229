// The schema that an address is read with: it knows the kinds by the registries alone.
import { describe, expect, test } from 'vitest';
import { defaultExperiment, type ExperimentPatch } from '../core/experiment/experiment';
import { fromSearch, toSearch } from '../core/experiment/url/experiment-url';
import { withPatch } from '../core/experiment/rules';
import { corruptions } from './corruptions/registry';
import { experimentSchema } from './experiment-schema';
import { losses } from './losses/registry';
import { optimizers } from './optimizers/registry';
import { sparsityPenalties } from './sparsity/registry';

const kinds = [
  ['noise', Object.keys(corruptions)],
  ['loss', Object.keys(losses)],
  ['sparsity', Object.keys(sparsityPenalties)],
  ['optimizer', Object.keys(optimizers)],
] as const;

test('the catalog contains the defaults, which core states without it', () => {
  expect(experimentSchema.parse({})).toEqual(defaultExperiment);
});

describe.each(kinds)('%s', (setting, ids) => {
  test('is any entry of its registry, and an address keeps it', () => {
    for (const id of ids) {
      const patch: ExperimentPatch = { [setting]: id };
      const experiment = withPatch(defaultExperiment, patch);
      expect(experiment[setting]).toBe(id);
      expect(fromSearch(toSearch(experiment), experimentSchema)).toEqual({ experiment, problems: [] });
    }
  });

  test.each(['rain', 'toString', '__proto__', '', 'None', 5])('is never %j', (id) => {
    expect(experimentSchema.safeParse({ [setting]: id }).success).toBe(false);
  });

  test('that the catalog lacks is reported, and the default is used', () => {
    const { experiment, problems } = fromSearch(`?v=1&${setting}=rain`, experimentSchema);
    expect(experiment).toEqual(defaultExperiment);
    expect(problems).toEqual([`${setting} “rain” is not valid; ${defaultExperiment[setting]} is used.`]);
  });
});

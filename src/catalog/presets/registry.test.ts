import { expect, it } from 'vitest';
import { fromSearch } from '../../core/experiment/url/experiment-url';
import { repairExperiment } from '../../core/experiment/rules';
import { experimentSchema } from '../experiment-schema';
import { familyOf } from '../families/registry';
import { presetExperiment, presetHref, presetIds, presets } from './registry';

it.each(presetIds)('the link of %s opens exactly its experiment, which needs no repair', (id) => {
  const experiment = presetExperiment(presets[id]);
  expect(repairExperiment(experiment)).toEqual({ experiment, reasons: [] });
  const [search = '', hash] = presetHref(presets[id]).split('#');
  expect(fromSearch(search, experimentSchema)).toEqual({ experiment, problems: [] });
  expect(`#${hash}`).toBe(presets[id].hash);
});

it('the stories are of the families that they tell of', () => {
  const family = (id: keyof typeof presets) => familyOf(presetExperiment(presets[id]));
  expect([family('noise'), family('invent'), family('silent'), family('two-numbers')]).toEqual([
    ...['denoising', 'variational', 'sparse', 'undercomplete'],
  ]);
});

import { describe, expect, test } from 'vitest';
import { corruptionIds, defaultExperiment, experimentSchema, type Experiment } from '../../core/experiment';
import { families, familyOf, type FamilyId } from './registry';

const experiments: Experiment[] = corruptionIds.flatMap((noise) =>
  [0, 0.3].map((noiseLevel) => ({ ...defaultExperiment, noise, noiseLevel })),
);

describe.each(Object.keys(families) as FamilyId[])('%s', (family) => {
  test.each(experiments)(
    'is the family of an experiment that chose it with $noise at $noiseLevel',
    (from) => {
      const chosen = { ...from, ...families[family].preset(from) };
      expect(familyOf(chosen)).toBe(family);
      expect(experimentSchema.parse(chosen)).toEqual(chosen);
    },
  );
});

test('choosing the family that an experiment has already changes nothing', () => {
  const from: Experiment = { ...defaultExperiment, noise: 'block', noiseLevel: 0.2 };
  expect({ ...from, ...families.denoising.preset(from) }).toEqual(from);
});

test('denoising spoils the input: a level of 0 becomes one that does', () => {
  expect(families.denoising.preset({ ...defaultExperiment, noiseLevel: 0 }).noiseLevel).toBeGreaterThan(0);
});

import { describe, expect, test } from 'vitest';
import {
  architectureIds,
  codeActivationIds,
  codeKindIds,
  defaultExperiment,
  outputActivationIds,
  ranges,
  settings,
  type Experiment,
  type ExperimentPatch,
  type Setting,
} from './experiment';
import { corruptionIds, experimentSchema, lossIds, sparsityIds } from './testing/example-kinds';
import { isUsed, longestCode, longestPlainCode, repairExperiment, whyNot, withPatch } from './rules';

const patched = (patch: ExperimentPatch): Experiment => ({ ...defaultExperiment, ...patch });

/** Every combination of the settings that the rules mention. */
const combinations: Experiment[] = codeKindIds.flatMap((codeKind) =>
  sparsityIds.flatMap((sparsity) =>
    codeActivationIds.flatMap((codeActivation) =>
      lossIds.flatMap((loss) =>
        outputActivationIds.flatMap((outputActivation) =>
          [2, 128, 129, 1024].map((codeSize) =>
            patched({ codeKind, sparsity, codeActivation, loss, outputActivation, codeSize }),
          ),
        ),
      ),
    ),
  ),
);

describe('a broken rule is repaired, with its reason', () => {
  test.each<[ExperimentPatch, ExperimentPatch, RegExp]>([
    [{ codeKind: 'gaussian', sparsity: 'l1' }, { codeKind: 'gaussian', sparsity: 'none' }, /KL term/],
    [
      { codeKind: 'gaussian', codeActivation: 'tanh' },
      { codeKind: 'gaussian', codeActivation: 'linear' },
      /mean of a Gaussian/,
    ],
    [
      { sparsity: 'kl', codeActivation: 'relu' },
      { sparsity: 'kl', codeActivation: 'sigmoid' },
      /sigmoid units/,
    ],
    [
      { loss: 'bce', outputActivation: 'linear' },
      { loss: 'bce', outputActivation: 'sigmoid' },
      /probabilities/,
    ],
    [{ codeSize: 129 }, { codeSize: 128 }, /sparsity penalty/],
  ])('%o becomes %o', (broken, legal, reason) => {
    const { experiment, reasons } = repairExperiment(patched(broken));
    expect(experiment).toEqual(patched(legal));
    expect(reasons).toEqual([expect.stringMatching(reason)]);
  });

  test('together with the rules that it then breaks: a Gaussian code drops KL sparsity and so its length', () => {
    const { experiment, reasons } = repairExperiment(
      patched({ codeKind: 'gaussian', sparsity: 'kl', codeActivation: 'sigmoid', codeSize: 256 }),
    );
    expect(experiment).toEqual(patched({ codeKind: 'gaussian', codeSize: longestPlainCode }));
    expect(reasons).toHaveLength(3);
  });

  test('and every combination becomes legal, by the schema and by the rules', () => {
    for (const combination of combinations) {
      const { experiment } = repairExperiment(combination);
      expect(experimentSchema.parse(experiment)).toEqual(experiment);
      expect(repairExperiment(experiment)).toEqual({ experiment, reasons: [] });
    }
  });

  test('and the result satisfies each constraint behind the rules', () => {
    for (const combination of combinations) {
      const { codeKind, codeActivation, sparsity, loss, outputActivation, codeSize } =
        repairExperiment(combination).experiment;
      if (codeKind === 'gaussian') expect([sparsity, codeActivation]).toEqual(['none', 'linear']);
      if (sparsity === 'kl') expect(codeActivation).toBe('sigmoid');
      if (loss === 'bce') expect(outputActivation).toBe('sigmoid');
      if (sparsity === 'none') expect(codeSize).toBeLessThanOrEqual(128);
    }
  });

  test('and the input is not modified', () => {
    const given = Object.freeze(patched({ codeSize: 900 }));
    expect(repairExperiment(given).experiment.codeSize).toBe(128);
    expect(given.codeSize).toBe(900);
  });
});

test('a legal experiment comes back as the same object, without a reason', () => {
  expect(repairExperiment(defaultExperiment).experiment).toBe(defaultExperiment);
  expect(repairExperiment(defaultExperiment).reasons).toEqual([]);
});

describe('a change', () => {
  test('to KL sparsity also sets sigmoid code units', () => {
    expect(withPatch(patched({ codeActivation: 'relu' }), { sparsity: 'kl' })).toEqual(
      patched({ sparsity: 'kl', codeActivation: 'sigmoid' }),
    );
  });

  test('to no sparsity shortens a code of 256 to 128, and leaves a shorter one alone', () => {
    const sparse = patched({ sparsity: 'l1', codeSize: 256 });
    expect(withPatch(sparse, { sparsity: 'none' })).toEqual(patched({ codeSize: 128 }));
    expect(withPatch({ ...sparse, codeSize: 100 }, { sparsity: 'none' })).toEqual(patched({ codeSize: 100 }));
  });

  test('to a Gaussian code drops the sparsity penalty', () => {
    expect(withPatch(patched({ sparsity: 'l1' }), { codeKind: 'gaussian' })).toEqual(
      patched({ codeKind: 'gaussian' }),
    );
  });

  test('to cross-entropy also sets a sigmoid output', () => {
    expect(withPatch(patched({ outputActivation: 'linear' }), { loss: 'bce' })).toEqual(
      patched({ loss: 'bce' }),
    );
  });
});

describe('why not', () => {
  const kl = patched({ sparsity: 'kl', codeActivation: 'sigmoid' });
  const variational = patched({ codeKind: 'gaussian' });

  test.each(['linear', 'relu', 'tanh'] as const)(
    'a %s code under KL sparsity: only sigmoid fits',
    (value) => {
      expect(whyNot(kl, 'codeActivation', value)).toMatch(/KL sparsity.*sigmoid/);
    },
  );

  test('KL sparsity over a ReLU code: allowed, it sets sigmoid units', () => {
    expect(whyNot(patched({ codeActivation: 'relu' }), 'sparsity', 'kl')).toBeUndefined();
  });

  test('a code of 256 without a sparsity penalty: nothing would make the network compress', () => {
    expect(whyNot(defaultExperiment, 'codeSize', 256)).toMatch(/sparsity penalty/);
    expect(whyNot(defaultExperiment, 'codeSize', 128)).toBeUndefined();
    expect(whyNot(kl, 'codeSize', 256)).toBeUndefined();
  });

  test('no sparsity over a code of 256: allowed, it shortens the code', () => {
    expect(whyNot({ ...kl, codeSize: 256 }, 'sparsity', 'none')).toBeUndefined();
  });

  test.each(['l1', 'kl'] as const)(
    '%s sparsity over a Gaussian code: the KL term is its penalty',
    (value) => {
      expect(whyNot(variational, 'sparsity', value)).toMatch(/KL term/);
    },
  );

  test('a ReLU mean of a Gaussian code: it can be any number', () => {
    expect(whyNot(variational, 'codeActivation', 'relu')).toMatch(/linear/);
  });

  test('a Gaussian code instead of a sparse one of 256 units: allowed', () => {
    expect(whyNot({ ...kl, codeSize: 256 }, 'codeKind', 'gaussian')).toBeUndefined();
  });

  test('a linear output under cross-entropy: a pixel must be a probability', () => {
    expect(whyNot(patched({ loss: 'bce' }), 'outputActivation', 'linear')).toMatch(/sigmoid output/);
    expect(whyNot(patched({ outputActivation: 'linear' }), 'loss', 'bce')).toBeUndefined();
  });

  test('hidden layers of the same widths in another array: allowed', () => {
    expect(whyNot(defaultExperiment, 'hidden', [...defaultExperiment.hidden])).toBeUndefined();
  });

  test('the current values of a legal experiment: all allowed', () => {
    for (const { experiment } of combinations.map(repairExperiment)) {
      for (const setting of settings) {
        expect(whyNot(experiment, setting, experiment[setting])).toBeUndefined();
      }
    }
  });

  test('any refused value: one sentence', () => {
    for (const { experiment } of combinations.map(repairExperiment)) {
      for (const codeActivation of codeActivationIds) {
        const reason = whyNot(experiment, 'codeActivation', codeActivation);
        const taken = withPatch(experiment, { codeActivation }).codeActivation === codeActivation;
        expect(reason === undefined).toBe(taken);
        if (reason !== undefined) expect(reason).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});

test('the longest code is exactly the longest that is accepted', () => {
  for (const sparsity of sparsityIds) {
    const experiment = withPatch(defaultExperiment, { sparsity });
    const longest = longestCode(experiment);
    expect(whyNot(experiment, 'codeSize', longest)).toBeUndefined();
    if (longest < ranges.codeSize.max) expect(whyNot(experiment, 'codeSize', longest + 1)).toBeDefined();
  }
  expect(sparsityIds.map((sparsity) => longestCode({ sparsity }))).toEqual([128, 1024, 1024]);
});

describe('what an experiment uses', () => {
  const unused = (experiment: Experiment) => settings.filter((setting) => !isUsed(setting, experiment));

  test('by default is everything but convolutions, noise, penalties and a schedule', () => {
    expect(unused(defaultExperiment)).toEqual([
      'convLayers',
      'filters',
      'noiseLevel',
      'maskInput',
      'lossOn',
      'holeWeight',
      'sparsityWeight',
      'targetActivation',
      'beta',
      'betaWarmUp',
      'scheduleEpochs',
      'earlyStopping',
    ] satisfies Setting[]);
  });

  test('has a level with every noise but none', () => {
    const withLevel = corruptionIds.filter((noise) => isUsed('noiseLevel', patched({ noise })));
    expect(withLevel).toEqual(['gaussian', 'saltPepper', 'masking', 'block', 'side', 'holes']);
  });

  test('has a weight with either penalty, and a target with KL alone', () => {
    const used = (sparsity: Experiment['sparsity']) =>
      (['sparsityWeight', 'targetActivation'] as const).filter((setting) =>
        isUsed(setting, withPatch(defaultExperiment, { sparsity })),
      );
    expect(sparsityIds.map(used)).toEqual([[], ['sparsityWeight'], ['sparsityWeight', 'targetActivation']]);
  });

  test('has beta with a Gaussian code, which has neither an activation nor a penalty', () => {
    const asked: Setting[] = ['beta', 'betaWarmUp', 'codeActivation', 'sparsity'];
    const used = (codeKind: Experiment['codeKind']) =>
      asked.filter((setting) => isUsed(setting, patched({ codeKind })));
    expect(used('gaussian')).toEqual(['beta', 'betaWarmUp']);
    expect(used('deterministic')).toEqual(['codeActivation', 'sparsity']);
  });

  test('has hidden layers or convolutions, by the architecture', () => {
    const asked: Setting[] = ['hidden', 'convLayers', 'filters'];
    const usedBy = (patch: ExperimentPatch) => asked.filter((setting) => isUsed(setting, patched(patch)));
    const used = architectureIds.map((architecture) => usedBy({ architecture }));
    expect(used).toEqual([['hidden'], ['convLayers', 'filters']]);
  });
});

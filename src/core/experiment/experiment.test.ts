import { describe, expect, test } from 'vitest';
import { sampleText } from '../samples/words/sample-words';
import { controlText, controlTexts } from './control-texts';
import { defaultExperiment, difference, ranges, sameValue, settings, type Experiment } from './experiment';
import { experimentSchema } from './testing/example-kinds';

describe('the defaults', () => {
  test('are the reference network 784-256-64-16-64-256-784 under Adam and squared error', () => {
    expect(defaultExperiment).toMatchObject({
      dataset: 'mnist',
      hidden: [256, 64],
      codeSize: 16,
      activation: 'relu',
      architecture: 'dense',
      codeKind: 'deterministic',
      noise: 'none',
      sparsity: 'none',
      loss: 'mse',
      optimizer: 'adam',
      batchSize: 128,
    });
  });

  test('are a legal experiment', () => {
    expect(experimentSchema.parse(defaultExperiment)).toEqual(defaultExperiment);
  });

  test('are not shared: changing one parsed experiment does not change the next', () => {
    experimentSchema.parse({}).hidden.push(5);
    expect(experimentSchema.parse({}).hidden).toEqual([256, 64]);
  });
});

/** Numeric settings with their ranges; the widths of hidden layers are tested separately. */
const numeric = settings.filter((setting) => typeof defaultExperiment[setting] === 'number') as Exclude<
  keyof typeof ranges,
  'hiddenLayers' | 'hiddenWidth'
>[];

describe('the schema', () => {
  test('has a range for every numeric setting, and for the number and width of hidden layers', () => {
    expect(Object.keys(ranges).sort()).toEqual([...numeric, 'hiddenLayers', 'hiddenWidth'].sort());
  });

  test.each(numeric)('accepts both ends of the range of %s and nothing beyond', (setting) => {
    const { min, max } = ranges[setting];
    const accepts = (value: number) => experimentSchema.safeParse({ [setting]: value }).success;
    expect([accepts(min), accepts(max)]).toEqual([true, true]);
    expect([accepts(min - 1), accepts(max + 1), accepts(NaN), accepts(Infinity)]).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });

  test('accepts fractions for continuous settings and only whole numbers for counts', () => {
    const between = ({ min, max }: { min: number; max: number }) => min + (max - min) / Math.PI;
    const counted = numeric.filter(
      (setting) => !experimentSchema.safeParse({ [setting]: between(ranges[setting]) }).success,
    );
    expect(counted).toEqual([
      'codeSize',
      'convLayers',
      'filters',
      'scheduleEpochs',
      'batchSize',
      'earlyStopping',
      'seed',
    ]);
  });

  test('accepts one to five hidden layers of 4 to 1,024 units', () => {
    const accepts = (hidden: unknown) => experimentSchema.safeParse({ hidden }).success;
    expect([[4], [1024], [8, 8, 8, 8, 8]].map(accepts)).toEqual([true, true, true]);
    expect([[], [3], [1025], [8, 8, 8, 8, 8, 8], [8.5], ['8'], 8].map(accepts)).toEqual(
      Array.from({ length: 7 }, () => false),
    );
  });

  test('survives JSON', () => {
    const experiment: Experiment = { ...defaultExperiment, hidden: [5, 6, 7], noise: 'block' };
    expect(experimentSchema.parse(JSON.parse(JSON.stringify(experiment)))).toEqual(experiment);
  });
});

describe('the control text', () => {
  test('exists for every setting and for nothing else', () => {
    expect(Object.keys(controlTexts).sort()).toEqual([...settings].sort());
  });

  test.each(settings)('of %s has a label and one or two sentences', (setting) => {
    const { label, summary } = controlText(setting);
    expect(label).toMatch(/^\S.*\S$/);
    for (const kind of ['image', 'signal'] as const) expect(sampleText(summary, kind)).toMatch(/^[A-Z].*\.$/);
  });

  test('repeats no label and no symbol', () => {
    const texts = settings.map(controlText);
    const labels = texts.map(({ label }) => label);
    const symbols = texts.flatMap(({ symbol }) => symbol ?? []);
    expect(new Set(labels).size).toBe(labels.length);
    expect(new Set(symbols).size).toBe(symbols.length);
  });

  test('has a formula that contains the symbol, where it has both', () => {
    const both = settings
      .map(controlText)
      .filter(({ symbol, formula }) => symbol !== undefined && formula !== undefined);
    expect(both.length).toBeGreaterThan(5);
    for (const { symbol, formula } of both) expect(formula).toContain(symbol);
  });
});

describe('difference', () => {
  test('is empty between equal experiments, hidden layers compared by content', () => {
    expect(difference(defaultExperiment, { ...defaultExperiment, hidden: [256, 64] })).toEqual({});
  });

  test('holds the new values of what changed and nothing else', () => {
    const changed = { ...defaultExperiment, codeSize: 2, hidden: [256, 32] };
    expect(difference(defaultExperiment, changed)).toEqual({ codeSize: 2, hidden: [256, 32] });
  });

  test('turns one experiment into the other when applied', () => {
    const other: Experiment = { ...defaultExperiment, loss: 'bce', seed: 9, hidden: [16] };
    expect({ ...defaultExperiment, ...difference(defaultExperiment, other) }).toEqual(other);
  });
});

test('hidden layers are equal only with the same widths in the same order', () => {
  expect(sameValue([8, 4], [8, 4])).toBe(true);
  expect(sameValue([8, 4], [4, 8])).toBe(false);
  expect(sameValue([8], [8, 4])).toBe(false);
  expect(sameValue([8, 4], [8])).toBe(false);
});

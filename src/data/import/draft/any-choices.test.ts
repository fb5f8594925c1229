// Arrays of any shape and any finite values under any choices: a data set that keeps its promises, or a failure with a code.
import { expect, test } from 'vitest';
import type { ImportChoices } from '../../../core/import/import-api';
import { importFailureOf } from '../../../core/import/import-failure';
import { manifestSchema } from '../../../core/samples/manifest';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import { makeDataset } from '../own-dataset/make-dataset';
import type { ParsedArrays } from '../parsed';
import { noSeries, type Chosen } from './form/chosen';
import { previewDraft } from './preview';
import { arrays, draftOf } from './testing/parsed-for-tests';

let state = 2026;
/** A whole number from 0 up to, but without, `below`. */
function random(below: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
function pick<T>(choices: readonly T[]): T {
  return choices[random(choices.length)]!;
}

const shapes = [
  [1],
  [2],
  [3],
  [17],
  [64],
  [192],
  [300],
  [8, 8],
  [8, 80],
  [70, 9],
  [3, 9, 8],
  [9, 8, 3],
  [2, 5, 3],
];
const ranges: readonly (() => number)[] = [
  () => random(256),
  () => random(2),
  () => random(17),
  () => random(256) - 128,
  () => 0.5,
  () => random(1000) / 999,
  () => (random(1000) - 500) * 6e35,
  () => random(4) * 1e-45,
  () => 1e7 + random(3),
  () => random(70_000),
];

function anyArrays(): ParsedArrays {
  const value = pick(ranges);
  const floats = value !== ranges[0] || random(2) === 0;
  const classes = pick([0, 1, 3, 40]);
  const one = () => ({
    count: pick([1, 20, 51, 90]),
    shape: numbers,
    value,
    floats,
    ...(classes > 0 ? { label: () => random(classes) } : {}),
  });
  const numbers = pick(shapes);
  const names = classes > 0 ? Array.from({ length: classes }, (_, index) => `class ${index}`) : null;
  return arrays(one(), random(2) === 0 ? one() : undefined, names);
}

function anyChoices(): Chosen {
  const all: ImportChoices = {
    name: pick(['', 'Mine', '  ']),
    set: pick([null, 'other']),
    hasHeader: false,
    labelColumn: null,
    shape: pick([[8, 8, 1], [64, 1], [8, 8, 3], [3], [0, -1, 5]]),
    side: pick([8, 9, 64, 1000, NaN]),
    colour: pick(['grey', 'rgb']),
    framing: pick(['fit', 'crop']),
    invert: random(2) === 0,
    split: pick(['files', 'random', 'time', 'recordings']),
    testShare: pick([0, 0.05, 0.5, 1]),
    seed: random(2 ** 31),
    normalisation: pick(['range', 'channel', 'feature']),
    ...noSeries,
  };
  return Object.fromEntries(Object.entries(all).filter(() => random(2) === 0));
}

test('400 sets of numbers under any choices become sound data sets, or fail with a code', async () => {
  const failures = new Set<string>();
  let made = 0;
  for (let round = 0; round < 400; round++) {
    const parsed = anyArrays();
    const chosen = anyChoices();
    try {
      const draft = await draftOf(parsed, chosen);
      const { dataset } = await makeDataset(draft, () => undefined, new AbortController().signal);
      const { shape, choices, offers, samples } = previewDraft(draft);
      const manifest = manifestSchema.parse(dataset.manifest);
      expect(offers.shapes.map(String)).toContain(String(choices.shape));
      expect(offers.splits).toContain(choices.split);
      expect(manifest.train.count + manifest.test.count).toBe(draft.raw.count);
      expect(samples).toHaveLength(24 * sampleSize(shape));
      // A signal may have rare values beyond its range.
      const isFit = (value: number) =>
        sampleKind(shape) === 'signal' ? Number.isFinite(value) : value >= 0 && value <= 1;
      expect(samples.every(isFit)).toBe(true);
      for (const [index, shard] of [...manifest.train.shards, ...manifest.test.shards].entries()) {
        const bytes = new Uint8Array(await dataset.shards[index]!.arrayBuffer());
        const valueBytes = shard.count * sampleSize(shape) * (manifest.values === 'uint8' ? 1 : 4);
        expect(bytes).toHaveLength(valueBytes + shard.count * 2);
        const labels = new Uint16Array(bytes.slice(valueBytes).buffer);
        expect(labels.every((label) => label < Math.max(1, manifest.classNames.length))).toBe(true);
        if (manifest.values === 'uint8') continue;
        const values = new Float32Array(bytes.slice(0, valueBytes).buffer);
        expect(values.every(isFit)).toBe(true);
      }
      made++;
    } catch (error) {
      const failure = importFailureOf(error);
      if (failure === null) throw error;
      failures.add(failure.code);
    }
  }
  expect(made).toBeGreaterThan(150);
  expect([...failures].sort()).toEqual(['import.all-same', 'import.sample-size', 'import.too-few']);
});

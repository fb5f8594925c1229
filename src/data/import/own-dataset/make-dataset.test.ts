// Data sets read back byte by byte, and exported and imported again.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OwnDataset } from '../../../core/import/import-api';
import { manifestSchema } from '../../../core/samples/manifest';
import { arrays, draftOf, noise, table } from '../draft/testing/parsed-for-tests';
import type { Draft, Material } from '../draft/draft';
import { parseFiles } from '../parse-files';
import { exportNpz } from './export-npz';
import { makeDataset } from './make-dataset';

const never = new AbortController().signal;
const make = (draft: Draft) => makeDataset(draft, () => undefined, never);

const label = (sample: number) => sample % 3;
const digits = { count: 150, shape: [8, 9], value: noise, label };
const names = ['ant', 'bee', 'cow'];

async function bytesOf(blob: Blob | undefined): Promise<Buffer> {
  return Buffer.from(await (blob ?? new Blob()).arrayBuffer());
}

describe('a data set', () => {
  test('has the values of its samples, then their labels, in the order of the split', async () => {
    const draft = await draftOf(arrays(digits, undefined, names));
    const { dataset } = await make(draft);
    const bytes = await bytesOf(dataset.shards[0]);
    expect(dataset.shards).toHaveLength(2);
    expect(bytes).toHaveLength(120 * (72 + 2));
    for (const [place, index] of draft.split.train.entries()) {
      const expected = Array.from({ length: 72 }, (_, at) => noise(index, at));
      expect([...bytes.subarray(place * 72, place * 72 + 72)]).toEqual(expected);
      expect(bytes.readUInt16LE(120 * 72 + place * 2)).toBe(label(index));
    }
  });

  test('has floats as four little-endian bytes', async () => {
    const value = (sample: number, place: number) => noise(sample, place) / 256;
    const draft = await draftOf(arrays({ ...digits, value, floats: true }, undefined, names));
    const { dataset } = await make(draft);
    const bytes = await bytesOf(dataset.shards[1]);
    expect(bytes).toHaveLength(30 * (72 * 4 + 2));
    const [first = 0] = draft.split.test;
    expect(bytes.readFloatLE(4 * 5)).toBeCloseTo(noise(first, 5) / 255, 6);
  });

  test('has a manifest that fits the schema and the bytes', async () => {
    const draft = await draftOf(arrays(digits, undefined, names), { name: 'Animals' });
    const { id, dataset } = await make(draft);
    expect(manifestSchema.parse(dataset.manifest)).toEqual(dataset.manifest);
    const { train, test: held } = dataset.manifest;
    expect(dataset.manifest).toMatchObject({
      id,
      name: 'Animals',
      sampleShape: [8, 9, 1],
      classNames: names,
    });
    for (const [place, shard] of [...train.shards, ...held.shards].entries()) {
      const bytes = await bytesOf(dataset.shards[place]);
      expect(shard.bytes).toBe(bytes.length);
      expect(shard.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('of more than 8 MB is in shards of whole samples', async () => {
    const large = {
      count: 2400,
      shape: [64, 64, 1],
      value: (s: number, p: number) => (p < 9 ? noise(s, p) : 9),
    };
    const { dataset } = await make(await draftOf(arrays(large)));
    const { train, test: held } = dataset.manifest;
    expect(train.shards.map(({ count }) => count)).toEqual([1920]);
    expect(held.shards.map(({ count }) => count)).toEqual([480]);
    const { dataset: floats } = await make(await draftOf(arrays(large), { normalisation: 'feature' }));
    expect(floats.manifest.train.shards.map(({ count }) => count)).toEqual([511, 511, 511, 387]);
  });
});

describe('the id', () => {
  test('is the same for the same samples, whatever their names', async () => {
    const { id } = await make(await draftOf(arrays(digits, undefined, names)));
    const renamed = await make(await draftOf(arrays(digits, undefined, names), { name: 'Other' }));
    expect(id).toMatch(/^own:[0-9a-f]{16}$/);
    expect(renamed.id).toBe(id);
  });

  test('is another for other values, labels, shape, or split', async () => {
    const drafts = await Promise.all([
      draftOf(arrays(digits, undefined, names)),
      draftOf(
        arrays({ ...digits, value: (s, p) => noise(s, p) ^ Number(s === 9 && p === 9) }, undefined, names),
      ),
      draftOf(arrays({ ...digits, label: (s) => (s === 9 ? 1 : label(s)) }, undefined, names)),
      draftOf(arrays(digits, undefined, names), { shape: [72, 1] }),
      draftOf(arrays(digits, undefined, names), { seed: 2 }),
    ]);
    const ids = await Promise.all(drafts.map(async (draft) => (await make(draft)).id));
    expect(new Set(ids).size).toBe(5);
  });
});

describe('an export, imported again,', () => {
  async function again(dataset: OwnDataset) {
    const blob = await exportNpz(dataset);
    const parsed = await parseFiles([{ path: 'data.npz', blob }], () => undefined, never);
    if (parsed.kind !== 'arrays') throw new Error('These are arrays.');
    return make(await draftOf(parsed));
  }

  const rows = Array.from({ length: 80 }, (_, row) => row);
  const cases: Record<string, [Material, Parameters<typeof draftOf>[1]?]> = {
    bytes: [arrays(digits, undefined, names)],
    'a split of the files': [
      arrays(digits, { ...digits, count: 60, value: (s, p) => noise(s + 500, p) }, names),
    ],
    'bytes, inverted': [arrays(digits, undefined, names), { invert: true }],
    'bits without labels': [arrays({ ...digits, value: (s, p) => noise(s, p) % 2 })],
    'numbers from 0 to 16': [arrays({ ...digits, value: (s, p) => noise(s, p) % 17 }, undefined, names)],
    'whole numbers from -128 to 127': [
      arrays({ ...digits, value: (s, p) => noise(s, p) - 128, floats: true }, undefined, names),
    ],
    'floats around zero': [
      arrays(
        { ...digits, value: (s, p) => Math.sin(noise(s, p) * 1.7) * 0.3, floats: true },
        undefined,
        names,
      ),
    ],
    'floats far from zero, inverted': [
      arrays(
        { ...digits, value: (s, p) => 1e4 + Math.sin(noise(s, p) * 1.7), floats: true },
        undefined,
        names,
      ),
      { invert: true },
    ],
    'RGB images': [arrays({ ...digits, shape: [8, 10, 3] }, undefined, names)],
    'a signal of two channels': [arrays({ ...digits, shape: [50, 2] }, undefined, names)],
    'a signal whose spikes lie beyond its range': [
      arrays(
        {
          ...digits,
          shape: [50],
          value: (s, p) => Math.sin(noise(s, p)) + Number(s === 7 && p === 3) * 99,
          floats: true,
        },
        undefined,
        names,
      ),
    ],
    'a signal of two channels, each in its range': [
      arrays({
        ...digits,
        shape: [50, 2],
        value: (s, p) => noise(s, p) * (p % 2 ? 0.37 : 1e4),
        floats: true,
      }),
      { normalisation: 'channel' },
    ],
    'windows of a long series': [
      table({ value: Array.from({ length: 3000 }, (_, at) => Math.sin(at / 7) * 0.3 + noise(at, 1) / 999) }),
    ],
    'windows of two channels and two classes': [
      table(
        {
          a: Array.from({ length: 3000 }, (_, at) => Math.sin(at / 7) * 0.3 + noise(at, 1) / 999),
          b: Array.from({ length: 3000 }, (_, at) => 1e4 + Math.sin(at / 11)),
          anomaly: Array.from({ length: 3000 }, (_, at) => (at > 2900 ? 'odd' : 'even')),
        },
        2,
      ),
    ],
    'a table scaled by feature': [
      table(
        {
          a: rows.map((row) => noise(row, 1) / 7),
          b: rows.map((row) => noise(row, 2) * 1e5),
          c: rows.map((row) => noise(row, 3) - 90),
          kind: rows.map((row) => ['β', 'a name', 'c'][row % 3]!),
        },
        3,
      ),
    ],
    'an inverted table scaled by feature, with a constant column': [
      table({
        a: rows.map((row) => noise(row, 1) / 7),
        b: rows.map((row) => 1e4 + Math.sin(noise(row, 2))),
        c: rows.map(() => 7.25),
      }),
      { normalisation: 'feature', invert: true },
    ],
  };

  test.each(Object.entries(cases))('is the same data set: %s', async (_, [material, chosen]) => {
    const first = await make(await draftOf(material, chosen));
    const second = await again(first.dataset);
    const { name } = first.dataset.manifest;
    expect({ ...second.dataset.manifest, name }).toEqual(first.dataset.manifest);
    expect(second.id).toBe(first.id);
  });

  test('holds values in the units of the data', async () => {
    const value = (sample: number, place: number) => Math.fround(noise(sample, place) / 3 - 40);
    const draft = await draftOf(arrays({ ...digits, value, floats: true }, undefined, names));
    const { dataset } = await make(draft);
    const parsed = await parseFiles(
      [{ path: 'data.npz', blob: await exportNpz(dataset) }],
      () => undefined,
      never,
    );
    if (parsed.kind !== 'arrays') throw new Error('These are arrays.');
    const [first = 0] = draft.split.train;
    for (let place = 0; place < 72; place++) {
      expect(parsed.train.values[place]).toBeCloseTo(value(first, place), 4);
    }
    expect(parsed.classNames).toEqual(names);
  });

  test('holds the rows of a table in the units of their columns', async () => {
    const columns = { a: rows.map((row) => noise(row, 1) / 7), b: rows.map((row) => noise(row, 2) * 1e5) };
    const draft = await draftOf(table(columns), { normalisation: 'feature' });
    const { dataset } = await make(draft);
    const blob = await exportNpz(dataset);
    const parsed = await parseFiles([{ path: 'data.npz', blob }], () => undefined, never);
    if (parsed.kind !== 'arrays') throw new Error('These are arrays.');
    for (const [place, row] of draft.split.train.entries()) {
      const [a = NaN, b = NaN] = parsed.train.values.subarray(2 * place);
      expect(a).toBeCloseTo(columns.a[row]!, 4);
      expect(b / columns.b[row]! || 1).toBeCloseTo(1, 6);
    }
    expect(parsed.leftOut).toEqual([]);
  });
});

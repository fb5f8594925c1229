// Drafts of arrays and tables against numbers worked out by hand.
import { describe, expect, test } from 'vitest';
import { arrays, draftOf, failureOf, noise, table } from './testing/parsed-for-tests';
import { previewDraft } from './preview';

const images = { count: 200, shape: [10, 10], value: noise, label: (sample: number) => sample % 4 };

/** The sample at an index of the files, as it would be stored. */
function stored(draft: Awaited<ReturnType<typeof draftOf>>, index: number): number[] {
  const size = draft.raw.shape.reduce((product, side) => product * side, 1);
  const sample = new Float32Array(size);
  const into = draft.encoding.values === 'uint8' ? new Uint8Array(size) : new Float32Array(size);
  draft.raw.read(index, sample);
  draft.encoding.encode(sample, into);
  return [...into];
}

describe('values', () => {
  test('that are bytes stay bytes, in the range of bytes', async () => {
    const draft = await draftOf(arrays(images));
    expect(draft.encoding).toMatchObject({ values: 'uint8', valueRange: [0, 255] });
    expect(stored(draft, 7)).toEqual(Array.from({ length: 100 }, (_, place) => noise(7, place)));
  });

  test('that are bytes in a file of floats are bytes too', async () => {
    const draft = await draftOf(arrays({ ...images, floats: true }));
    expect(draft.encoding.values).toBe('uint8');
    expect(stored(draft, 3)[5]).toBe(noise(3, 5));
  });

  test('from 0 to 16 are floats in [0, 1] that know their range', async () => {
    const value = (sample: number, place: number) => noise(sample, place) % 17;
    const draft = await draftOf(arrays({ ...images, shape: [64], value }));
    expect(draft.raw.shape).toEqual([8, 8, 1]);
    expect(draft.encoding).toMatchObject({ values: 'float32', valueRange: [0, 16] });
    expect(stored(draft, 9)).toEqual(Array.from({ length: 64 }, (_, place) => value(9, place) / 16));
  });

  test('0 and 1 are stored as bytes 0 and 255', async () => {
    const draft = await draftOf(arrays({ ...images, value: (sample, place) => noise(sample, place) % 2 }));
    expect(draft.encoding).toMatchObject({ values: 'uint8', valueRange: [0, 1] });
    expect(new Set(stored(draft, 0))).toEqual(new Set([0, 255]));
  });

  test('of floats are brought to [0, 1] by the least and the greatest of all', async () => {
    const value = (sample: number, place: number) => noise(sample, place) / 4 - 20.5;
    const draft = await draftOf(arrays({ ...images, value, floats: true }));
    expect(draft.valueRange).toEqual([-20.5, 43.25]);
    const expected = Array.from({ length: 100 }, (_, place) => Math.fround(noise(5, place) / 255));
    expect(stored(draft, 5)).toEqual(expected);
  });

  test('are inverted within their range', async () => {
    const bytes = await draftOf(arrays(images), { invert: true });
    expect(stored(bytes, 7)[3]).toBe(255 - noise(7, 3));
    const value = (sample: number, place: number) => noise(sample, place) / 2 + 0.25;
    const floats = await draftOf(arrays({ ...images, value, floats: true }), { invert: true });
    expect(stored(floats, 7)[3]).toBeCloseTo(1 - noise(7, 3) / 255, 6);
    expect(floats.encoding.valueRange).toEqual([0.25, 127.75]);
  });

  test('by feature use the range of their place, and constant places become 0', async () => {
    const value = (sample: number, place: number) => (place === 1 ? 7 : (sample % 5) * 10 ** place);
    const draft = await draftOf(arrays({ count: 60, shape: [3], value, floats: true }), {
      normalisation: 'feature',
    });
    expect(stored(draft, 0)).toEqual([0, 0, 0]);
    expect(stored(draft, 3)).toEqual([0.75, 0, 0.75]);
    expect(draft.encoding.valueRange).toEqual([0, 1]);
    expect(draft.encoding.placeRanges).toEqual([
      [0, 4],
      [7, 7],
      [0, 400],
    ]);
  });
});

describe('the arrangement', () => {
  // Channel c of pixel p is 60 c + p, so that both orders of the file must give the same sample.
  const pixel = (sample: number, p: number, c: number) => 60 * c + p + (sample % 3);
  const planar = (sample: number, place: number) => pixel(sample, place % 64, Math.floor(place / 64));
  const interleaved = (sample: number, place: number) => pixel(sample, Math.floor(place / 3), place % 3);

  test.each([
    ['[3, 8, 8]', [3, 8, 8], planar],
    ['[8, 8, 3]', [8, 8, 3], interleaved],
    ['192 numbers, channel by channel', [192], planar],
    ['192 numbers, pixel by pixel', [192], interleaved],
  ])('of %s is found', async (_, shape, value) => {
    const draft = await draftOf(
      arrays({ count: 60, shape, value: (s, p) => value(s, p) + (s === 0 ? 1 : 0) }),
      {
        shape: [8, 8, 3],
      },
    );
    expect(draft.raw.shape).toEqual([8, 8, 3]);
    const sample = stored(draft, 4);
    expect(sample.slice(0, 6)).toEqual([1, 61, 121, 2, 62, 122]);
    expect(sample.slice(-3)).toEqual([64, 124, 184]);
  });

  test('of RGB becomes grey by the weights of BT.709', async () => {
    const value = (sample: number, place: number) => (sample === 9 ? place : [200, 100, 50][place % 3]!);
    const draft = await draftOf(arrays({ count: 60, shape: [8, 8, 3], value }), { colour: 'grey' });
    expect(draft.raw.shape).toEqual([8, 8, 1]);
    expect(draft.choices).toMatchObject({ shape: [8, 8, 3], colour: 'grey' });
    expect(stored(draft, 0)[0]).toBe(Math.round(0.2126 * 200 + 0.7152 * 100 + 0.0722 * 50));
  });

  test('of images above 64 pixels averages areas, and bytes stay bytes', async () => {
    const value = (sample: number, place: number) => {
      const [row, column] = [Math.floor(place / 128), place % 128];
      return (row % 2) * 100 + (column % 2) * 50 + (row >= 64 ? 100 : 0) + (sample % 2);
    };
    const draft = await draftOf(arrays({ count: 50, shape: [128, 128], value }));
    expect(draft.raw.shape).toEqual([64, 64, 1]);
    const sample = stored(draft, 0);
    expect([sample[0], sample[63], sample[64 * 64 - 1]]).toEqual([75, 75, 175]);
  });

  test('that was chosen before the label column changed gives way to one that fits', async () => {
    const cells = (column: number) => Array.from({ length: 60 }, (_, row) => noise(row, column));
    const columns = Object.fromEntries(
      Array.from({ length: 65 }, (_, column) => [`c${column}`, cells(column)]),
    );
    const all = table(columns);
    expect((await draftOf(all, { labelColumn: 0, shape: [8, 8, 1] })).raw.shape).toEqual([8, 8, 1]);
    expect((await draftOf(all, { labelColumn: null, shape: [8, 8, 1] })).raw.shape).toEqual([65, 1]);
  });
});

describe('what is refused or noted', () => {
  test('fewer than 50 samples are too few', async () => {
    expect(await failureOf(arrays({ ...images, count: 49 }))).toEqual({
      code: 'import.too-few',
      samples: 49,
      least: 50,
    });
  });

  test('samples that are all the same, each of one value or not, are refused', async () => {
    const same = { code: 'import.all-same', samples: 200 };
    expect(await failureOf(arrays({ ...images, value: () => 9 }))).toEqual(same);
    expect(await failureOf(arrays({ ...images, value: (_, place) => place }))).toEqual(same);
  });

  test('more than fits into memory is refused before it is copied', async () => {
    const claimed = {
      ...arrays({ count: 60, shape: [64, 64], value: noise }),
      train: { values: new Uint8Array(4096), shape: [64, 64], count: 300_000, labels: null },
    };
    expect(await failureOf(claimed)).toMatchObject({ code: 'import.too-large', what: 'memory' });
  });

  test('copies, one class, few samples and missing labels are notes', async () => {
    const paired = {
      ...images,
      value: (sample: number, place: number) => noise(sample >> 1, place),
      label: () => 0,
    };
    const { notes } = await draftOf(arrays(paired, undefined, ['cat']));
    expect(notes).toEqual([
      { code: 'import.note.one-class', name: 'cat' },
      { code: 'import.note.few', samples: 200 },
      { code: 'import.note.duplicates', count: 100 },
    ]);
    const unlabelled = await draftOf(arrays({ count: 600, shape: [10, 10], value: noise }));
    expect(unlabelled.notes).toEqual([{ code: 'import.note.unlabelled' }]);
  });
});

test('names of classes that the files number keep their order', async () => {
  const draft = await draftOf(arrays(images, undefined, ['shirt', 'ankle boot', 'coat', 'bag']));
  expect(draft.raw.classNames).toEqual(['shirt', 'ankle boot', 'coat', 'bag']);
  expect(draft.raw.labels?.[1]).toBe(1);
});

test('the preview has samples of every class, in [0, 1], with their labels', async () => {
  const preview = previewDraft(await draftOf(arrays(images, undefined, ['a', 'b', 'c', 'd'])));
  expect(preview.samples).toHaveLength(24 * 100);
  expect([0, 1, 2, 3].map((label) => preview.labels.filter((each) => each === label).length)).toEqual([
    6, 6, 6, 6,
  ]);
  expect(Math.max(...preview.samples)).toBeLessThanOrEqual(1);
  expect(preview.valueRange).toEqual([0, 255]);
});

test('a draft that is cancelled stops', async () => {
  const { makeDraft } = await import('./draft');
  const controller = new AbortController();
  controller.abort();
  const large = arrays({ count: 20_000, shape: [20, 20], value: noise });
  await expect(makeDraft(large, {}, 'Test', () => undefined, controller.signal)).rejects.toThrow('abort');
});

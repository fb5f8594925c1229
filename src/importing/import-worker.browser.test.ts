// The worker end to end: files in, a data set out, over a real worker's messages.
import { proxy, wrap, type Remote } from 'comlink';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportApi, ImportProgress, SourceFile } from '../core/import/import-api';
import { importFailureOf } from '../core/import/import-failure';
import { drawPicture } from '../data/import/pictures/testing/pictures-for-tests';

let worker: Worker;
let api: Remote<ImportApi>;
let told: ImportProgress[];
const tell = proxy((progress: ImportProgress) => void told.push(progress));

beforeEach(() => {
  told = [];
  worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  api = wrap<ImportApi>(worker);
});
afterEach(() => worker.terminate());

function file(path: string, content: BlobPart): SourceFile {
  return { path, blob: new Blob([content]) };
}

const pixel = (sample: number, place: number) => (sample * 37 + place * place * 11) & 255;

/** IDX images of 10 x 9 and their labels, which count to three. */
function idxFiles(count: number, name = 'some'): SourceFile[] {
  const images = new Uint8Array(16 + count * 90);
  const header = new DataView(images.buffer);
  [0x803, count, 10, 9].forEach((word, place) => header.setUint32(place * 4, word));
  for (let at = 0; at < count * 90; at++) images[16 + at] = pixel(Math.floor(at / 90), at % 90);
  const labels = Uint8Array.from({ length: 8 + count }, (_, at) => (at < 8 ? 0 : (at - 8) % 3));
  new DataView(labels.buffer).setUint32(0, 0x801);
  new DataView(labels.buffer).setUint32(4, count);
  return [file(`${name}-images-idx3-ubyte`, images), file(`${name}-labels-idx1-ubyte`, labels)];
}

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => Promise.reject(new Error('It did not fail.')),
    (error: unknown) => error as Error,
  );
}

describe('IDX files', () => {
  test('become a data set with their very bytes', async () => {
    const preview = await api.open(idxFiles(100), tell);
    expect(preview).toMatchObject({
      format: 'idx',
      shape: [10, 9, 1],
      // A fifth of each class, rounded: 7 of 34, 33 and 33.
      trainCount: 79,
      testCount: 21,
      classes: [
        { name: '0', count: 34 },
        { name: '1', count: 33 },
        { name: '2', count: 33 },
      ],
    });
    const { id, dataset, isKept } = await api.save(tell);
    expect(dataset.manifest.id).toBe(id);
    expect(isKept).toBe(true);
    const bytes = new Uint8Array(await dataset.shards[0]!.arrayBuffer());
    expect(bytes).toHaveLength(79 * 92);
    // Every stored sample is one of the file's, with its label; none is there twice.
    const known = new Map(
      Array.from({ length: 100 }, (_, sample) => {
        const values = Array.from({ length: 90 }, (_, place) => pixel(sample, place));
        return [values.join(), sample % 3];
      }),
    );
    const labels = new DataView(bytes.buffer, 79 * 90);
    for (let place = 0; place < 79; place++) {
      const key = bytes.subarray(place * 90, place * 90 + 90).join();
      expect(labels.getUint16(place * 2, true)).toBe(known.get(key));
      known.delete(key);
    }
    expect(known.size).toBe(21);
    expect(new Set(told.map(({ stage }) => stage))).toContain('saving');
  });

  test('are shown under changed choices', async () => {
    await api.open(idxFiles(20_000), tell);
    await api.preview({ invert: true }, tell);
    const { choices, trainCount } = await api.preview({ testShare: 0.5, name: 'Halves' }, tell);
    expect(choices).toMatchObject({ invert: true, testShare: 0.5, name: 'Halves' });
    // Half of 6,667, 6,667 and 6,666, rounded.
    expect(trainCount).toBe(9999);
    const { dataset } = await api.save(tell);
    expect(dataset.manifest.name).toBe('Halves');
    expect(dataset.manifest.train.count).toBe(9999);
  });

  test('are renamed without being gone through again', async () => {
    await api.open(idxFiles(100), tell);
    await api.preview({ invert: true }, tell);
    told = [];
    const { choices } = await api.preview({ name: ' Mine ' }, tell);
    expect(choices).toMatchObject({ name: 'Mine', invert: true });
    expect(told).toEqual([]);
    expect((await api.preview({ name: '' }, tell)).choices.name).toBe('some');
  });

  test('gzipped in several members are unpacked, though the browser knows only one', async () => {
    const [images, labels] = idxFiles(100);
    const gzip = (part: Blob) =>
      new Response(part.stream().pipeThrough(new CompressionStream('gzip'))).blob();
    const members = await Promise.all([images!.blob.slice(0, 3000), images!.blob.slice(3000)].map(gzip));
    const preview = await api.open([{ path: `${images!.path}.gz`, blob: new Blob(members) }, labels!], tell);
    expect(preview).toMatchObject({ trainCount: 79, testCount: 21 });
  });

  test('of several data sets are imported one at a time, and it is said which', async () => {
    const { choices, offers, notes } = await api.open(
      [...idxFiles(60, 'letters'), ...idxFiles(70, 'digits')],
      tell,
    );
    expect(offers.sets).toEqual(['digits', 'letters']);
    expect(choices).toMatchObject({ set: 'digits', name: 'digits' });
    expect(notes).toContainEqual({ code: 'import.note.sets', sets: 2, shown: 'digits' });
    const other = await api.preview({ set: 'letters' }, tell);
    expect(other.trainCount + other.testCount).toBe(60);
    expect(other.choices).toMatchObject({ set: 'letters', name: 'letters' });
    const { dataset } = await api.save(tell);
    expect(dataset.manifest.name).toBe('letters');
  });

  test('that are cut short are refused with their name and size', async () => {
    const [images, labels] = idxFiles(100);
    const cut = { ...images!, blob: images!.blob.slice(0, 5000) };
    const error = await errorOf(api.open([cut, labels!], tell));
    expect(importFailureOf(error)).toEqual({
      code: 'import.truncated',
      file: 'some-images-idx3-ubyte',
      bytes: 5000,
      expected: 9016,
    });
  });
});

describe('a table', () => {
  const rows = Array.from({ length: 60 }, (_, row) => `${row},${row * row},${row % 2 ? 'odd' : 'even'}`);

  test('is read again when its first row is taken for data', async () => {
    const table = file('numbers.csv', ['1,2,even', ...rows].join('\n'));
    const preview = await api.open([table], tell);
    const taken = preview.choices.hasHeader;
    const other = await api.preview({ hasHeader: !taken }, tell);
    expect(other.choices.hasHeader).toBe(!taken);
    expect(other.trainCount + other.testCount).toBe(
      preview.trainCount + preview.testCount + (taken ? 1 : -1),
    );
  });

  test('keeps its choices when a change cannot be done', async () => {
    const many = Array.from(
      { length: 1200 },
      (_, row) => `${row},${(row * 7) % 13},${row % 2 ? 'odd' : 'even'}`,
    );
    await api.open([file('numbers.csv', ['number,rest,kind', ...many].join('\n'))], tell);
    const error = await errorOf(api.preview({ labelColumn: 0 }, tell));
    expect(importFailureOf(error)).toMatchObject({ code: 'import.too-many-classes' });
    const { choices } = await api.preview({ name: 'Numbers' }, tell);
    expect(choices).toMatchObject({ labelColumn: 2, name: 'Numbers' });
  });
});

describe('pictures in folders', () => {
  async function folder(): Promise<SourceFile[]> {
    const files: SourceFile[] = [];
    for (let index = 0; index < 60; index++) {
      const name = index % 2 ? 'cat' : 'dog';
      const blob = await drawPicture(40, 30, (context) => {
        context.fillStyle = `rgb(${index * 4}, ${index % 2 ? 200 : 0}, 0)`;
        context.fillRect(0, 0, 40, 30);
      });
      files.push({ path: `pets/${name}/${index}.png`, blob });
    }
    return [...files, { path: 'pets/cat/broken.png', blob: files[1]!.blob.slice(0, 60) }];
  }

  test('become samples of their classes, and the broken one is named', async () => {
    const preview = await api.open(await folder(), tell);
    expect(preview).toMatchObject({
      format: 'pictures',
      // All have the same size, which fits.
      shape: [30, 40, 3],
      choices: { name: 'pets', side: 40, colour: 'rgb', framing: 'fit' },
      classes: [
        { name: 'cat', count: 30 },
        { name: 'dog', count: 30 },
      ],
    });
    expect(preview.leftOut).toEqual([
      { why: 'unreadable-picture', count: 1, files: ['pets/cat/broken.png'] },
    ]);
    const small = await api.preview({ side: 16, colour: 'grey' }, tell);
    expect(small.shape).toEqual([12, 16, 1]);
    const { dataset } = await api.save(tell);
    const bytes = new Uint8Array(await dataset.shards[0]!.arrayBuffer());
    const greys = Array.from({ length: 60 }, (_, index) =>
      Math.round(0.2126 * index * 4 + (index % 2 ? 0.7152 * 200 : 0)),
    );
    const labels = new DataView(bytes.buffer, 48 * 192);
    for (let place = 0; place < 48; place++) {
      const values = new Set(bytes.subarray(place * 192, place * 192 + 192));
      expect(values.size).toBe(1);
      const [value = 0] = values;
      expect(greys).toContain(value);
      // Cats have green in them.
      expect(labels.getUint16(place * 2, true)).toBe(value > 60 ? 0 : 1);
    }
  });
});

describe('an import', () => {
  test('that is cancelled answers with an AbortError, and the next one works', async () => {
    const opened = errorOf(api.open(idxFiles(50_000), tell));
    await api.cancel();
    expect((await opened).name).toBe('AbortError');
    expect((await errorOf(api.save(tell))).name).toBe('AbortError');
    expect((await api.open(idxFiles(60), tell)).trainCount).toBe(48);
  });

  test('that another one follows gives way to it', async () => {
    const earlier = errorOf(api.open(idxFiles(50_000), tell));
    expect((await api.open(idxFiles(60), tell)).testCount).toBe(12);
    expect((await earlier).name).toBe('AbortError');
  });

  test('holds the lock of a worker that is alive', async () => {
    await api.live('import-lock-of-test');
    const { held } = await navigator.locks.query();
    expect(held?.map(({ name }) => name)).toContain('import-lock-of-test');
  });
});

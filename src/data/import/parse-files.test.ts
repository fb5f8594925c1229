import { describe, expect, it } from 'vitest';
import type { ImportProgress, SourceFile } from '../../core/import/import-api';
import { allocate } from './job';
import { maxValueBytes } from './limits';
import { parseFiles } from './parse-files';
import { failureOfImport, parseArrayFiles } from './testing/parse';
import { ascii, file, gzipped, idxBytes, zipBytes } from './testing/write-bytes';

/** Nine megabytes: several pieces. */
const images = new Uint8Array(16 + 9_000_000).fill(7);
images.set(idxBytes(8, [9000, 10, 100], []));
const rows = `a,b\n${'1.5,2.5\n'.repeat(1_200_000)}`;
const png = [0x89, ...ascii('PNG\r\n'), 0x1a, 10];
const pictures = Array.from({ length: 200 }, (_, index) => file(`${index}.png`, png));

const cases: [string, SourceFile[], ImportProgress['stage'][]][] = [
  ['IDX', [file('x', images)], ['reading', 'parsing']],
  ['gzip', [file('x.gz', gzipped(images))], ['unpacking', 'reading', 'parsing']],
  [
    'ZIP',
    [file('x.zip', zipBytes([{ path: 'x', bytes: images, isDeflated: true }]))],
    ['unpacking', 'reading', 'parsing'],
  ],
  ['CSV', [file('x.csv', rows)], ['reading', 'parsing']],
  ['pictures', pictures, ['reading']],
];

describe('parseFiles', () => {
  it.each(cases)('tells how far it is, up to the end: %s', async (_, files, stages) => {
    const told: ImportProgress[] = [];
    await parseFiles(files, (progress) => told.push(progress), new AbortController().signal);
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(stages);
    for (const stage of stages) {
      const some = told.filter((progress) => progress.stage === stage);
      const done = some.map((progress) => progress.done);
      expect(done).toEqual(done.toSorted((one, other) => one - other));
      expect(done.at(-1)).toBe(some[0]!.total);
      expect(new Set(some.map(({ total, unit }) => `${total} ${unit}`)).size).toBe(1);
    }
  });

  it.each(cases)('can be cancelled on the way: %s', async (_, files) => {
    const controller = new AbortController();
    let told = 0;
    const parsing = parseFiles(
      files,
      () => {
        told += 1;
        controller.abort();
      },
      controller.signal,
    );
    await expect(parsing).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toBeLessThanOrEqual(2);
  });

  it('gives the same for the same files in another order', async () => {
    const files = [
      file('x-train', idxBytes(8, [2, 2], [1, 2, 3, 4])),
      file('x-test', idxBytes(8, [1, 2], [5, 6])),
    ];
    expect(await parseArrayFiles(...files)).toEqual(await parseArrayFiles(...files.toReversed()));
  });

  it('refuses samples that do not fit into memory before it reads them', async () => {
    const count = maxValueBytes / 1000 + 1;
    const blob = new Blob([Uint8Array.from(idxBytes(8, [Math.ceil(count), 10, 100], []))]);
    Object.defineProperty(blob, 'size', { value: 16 + Math.ceil(count) * 1000 });
    expect(await failureOfImport({ path: 'x', blob })).toEqual({
      code: 'import.too-large',
      what: 'memory',
      amount: Math.ceil(count) * 1000,
      most: maxValueBytes,
    });
  });

  it('says so when there is no memory left', () => {
    const make = () => new Uint8Array(2 ** 60);
    expect(() => allocate(2 ** 60, make)).toThrow(
      JSON.stringify({ code: 'import.out-of-memory', bytes: 2 ** 60 }),
    );
  });
});

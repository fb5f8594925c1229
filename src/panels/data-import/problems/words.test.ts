import { describe, expect, it, test } from 'vitest';
import type { ImportFailure, ImportNote, LeftOut } from '../../../core/import/import-failure';
import { importNoteText, leftOutText, problemText } from './words';

type ByCode<M extends { code: string }> = {
  [C in M['code']]: [message: Omit<Extract<M, { code: C }>, 'code'>, says: string[]];
};

const file = 'data/a.bin';

/** Every code with its parameters, and what of them has to be said. */
const failures: ByCode<ImportFailure> = {
  'import.nothing': [{}, ['no file']],
  'import.unknown-format': [{ file, begins: '25 50 44 46' }, [file, '25 50 44 46', 'CSV']],
  'import.mixed': [{ files: ['a.csv', 'b.png', 'c', 'd', 'e'] }, ['a.csv, b.png, c and 2 more']],
  'import.labels-unmatched': [{ file, pictures: 12 }, [file, '12 pictures', 'two columns', 'alone']],
  'import.unreadable': [{ file, detail: 'It was moved.' }, [file, 'It was moved.']],
  'import.truncated': [{ file, bytes: 1000, expected: 7_840_016 }, [file, '1,000 bytes', '7,840,016']],
  'import.trailing-bytes': [{ file, bytes: 1234, expected: 1000 }, [file, '1,234 bytes', '1,000']],
  'import.bad-gzip': [{ file }, [file, 'Download it again']],
  'import.bad-zip': [{ file, detail: 'No directory.' }, [file, 'No directory.']],
  'import.encrypted-zip': [{ file }, [file, 'password']],
  'import.path-trick': [{ file, entry: '../../etc/passwd' }, [file, '../../etc/passwd']],
  'import.idx-type': [{ file, type: 10 }, [file, '0x0a', 'byte 3']],
  'import.idx-shape': [{ file, shape: [10, 3, 3, 3, 2] }, [file, '10 × 3 × 3 × 3 × 2']],
  'import.npy-header': [{ file, byte: 10 }, [file, 'byte 10']],
  'import.npy-pickled': [{ file }, [file, 'refused', 'numpy.save']],
  'import.npy-dtype': [{ file, dtype: '<c16' }, [file, '<c16', 'float32']],
  'import.npz-names': [{ file, names: ['foo', 'bar'] }, [file, 'foo, bar', 'x_train']],
  'import.label-count': [{ file, labels: 1, samples: 10_000 }, [file, '1 label ', '10,000 samples']],
  'import.label-value': [{ file, place: 17, value: '-3' }, [file, '“-3”', '17']],
  'import.shapes-differ': [
    { files: ['a.npy', 'b.npy'], shapes: [[28, 28], [32]] },
    ['a.npy has 28 × 28', 'b.npy has 32'],
  ],
  'import.unequal-rows': [
    { file, line: 1001, columns: 4, expected: 5 },
    [file, 'Line 1,001', '4 columns', '5'],
  ],
  'import.not-a-number': [{ file, line: 7, column: 3, text: 'n/a' }, [file, 'Line 7', 'column 3', '“n/a”']],
  'import.not-finite': [{ file, sample: 12 }, [file, 'sample 12']],
  'import.empty-file': [{ files: [file] }, [`${file} is empty`]],
  'import.workbook': [{ file, kind: 'excel' }, [`${file} is an Excel workbook`, 'CSV']],
  'import.npy-shape': [{ file, shape: [500] }, [file, '500 numbers', 'count × numbers']],
  'import.no-numbers': [{ file }, [file]],
  'import.sample-size': [{ values: 1, least: 2, most: 12_288 }, ['1 number.', '2', '12,288']],
  'import.no-pictures': [{ file, leftOut: 3 }, [file, '3 files', 'PNG']],
  'import.no-decoder': [{ missing: 'OffscreenCanvas' }, ['OffscreenCanvas', 'tables']],
  'import.canvas-protected': [{}, ['Allow this page']],
  'import.too-few': [{ samples: 1, least: 10 }, ['is 1 sample,', '10']],
  'import.all-same': [{ samples: 300 }, ['300 samples']],
  'import.too-many-classes': [{ classes: 4000, most: 1000 }, ['4,000', '1,000']],
  'import.too-large': [{ what: 'unpacked', amount: 3e9, most: 2e9 }, ['3000.0 MB', '2000.0 MB']],
  'import.out-of-memory': [{ bytes: 5e8 }, ['500.0 MB']],
  'import.test-empty': [{}, ['test share']],
  'import.no-sound': [
    { file, why: 'undecodable', files: 3 },
    [file, '3 sound files', 'cannot be decoded', 'WAV'],
  ],
  'import.no-sound-decoder': [{}, ['decodes no sound']],
  'import.short-recordings': [{ file, points: 3, windowLength: 512 }, [file, '3 points', '512']],
  'import.few-windows': [{ windows: 1, least: 50 }, ['Only 1 window fits', '50', 'smaller stride']],
};

const notes: ByCode<ImportNote> = {
  'import.note.one-class': [{ name: 'cats' }, ['“cats”']],
  'import.note.few': [{ samples: 30 }, ['30 samples are few']],
  'import.note.unlabelled': [{}, ['no labels']],
  'import.note.duplicates': [{ count: 1 }, ['1 sample equals']],
  'import.note.scaled': [{ from: [640, 480], sizes: 3 }, ['640 × 480', '3 sizes']],
  'import.note.alpha': [{ how: 'over-white' }, ['placed on white']],
  'import.note.paper': [{ paper: 'black' }, ['Transparent parts are black']],
  'import.note.first-of-labels': [{ file, numbers: 8 }, [file, '8 numbers', 'first one']],
  'import.note.labels-from': [{ file, column: 'breed' }, [file, '“breed”']],
  'import.note.filled': [{ rows: 1 }, ['1 row with a missing value was filled in', 'around it']],
  'import.note.window-labels': [{ column: 'fault' }, ['“fault”', 'rarest']],
  'import.note.sets': [{ sets: 6, shown: 'emnist-letters' }, ['6 data sets', 'emnist-letters', '“Set”']],
};

const cases = <M extends { code: string }>(table: ByCode<M>) =>
  Object.entries<[object, string[]]>(table).map(([code, [parameters, says]]) => ({
    code,
    message: { code, ...parameters } as unknown as M,
    says,
  }));

test.each(cases<ImportFailure>(failures))(
  '$code names its parameters and what to do',
  ({ message, says }) => {
    const text = problemText(message);
    for (const part of says) expect(text).toContain(part);
    expect(text).toMatch(/[.)]$/);
    expect(text).not.toMatch(/undefined|NaN(?! or)|\[object/);
  },
);

test.each(cases<ImportNote>(notes))('$code names its parameters', ({ message, says }) => {
  for (const part of says) expect(importNoteText(message)).toContain(part);
});

test.each(['unpacked', 'files', 'memory'] as const)('a limit of %s is stated', (what) => {
  const text = problemText({ code: 'import.too-large', what, amount: 300_000, most: 100_000 });
  expect(text).toMatch(what === 'files' ? /300,000 files.*100,000/ : /0\.3 MB.*0\.1 MB/);
});

test.each(['undecodable', 'silent', 'large'] as const)('a single sound file that is %s is named', (why) => {
  const text = problemText({ code: 'import.no-sound', file, why, files: 1 });
  expect(text).toMatch(/^data\/a\.bin (is|cannot) .*\.$/);
});

test('what is not the fault of the files is told as such', () => {
  expect(problemText({ code: 'worker.ended' })).toMatch(/stopped: The worker has ended\. Try again/);
});

describe('what is left out', () => {
  const reasons: Record<LeftOut['why'], [one: string, many: string]> = {
    'not-a-picture': ['1 file that is not a picture', '5 files that are not pictures'],
    'unreadable-picture': ['1 picture that', '5 pictures that'],
    empty: ['1 empty file', '5 empty files'],
    hidden: ['1 hidden file', '5 hidden files'],
    'unused-file': ['1 file that is not used', '5 files that are not used'],
    'unused-array': ['1 array that serves neither as samples', '5 arrays that serve neither as samples'],
    'unlabelled-picture': ['1 picture without', '5 pictures without'],
    'empty-column': ['1 column with', '5 columns with'],
    'row-numbers': ['1 column that only numbers', '5 columns that only number'],
    'missing-value': ['1 row', '5 rows'],
    'text-column': ['1 column that holds', '5 columns that hold'],
    'undecodable-sound': ['1 sound file that cannot', '5 sound files that cannot'],
    'silent-sound': ['1 recording that is silent', '5 recordings that are silent'],
    'large-sound': ['1 sound file too large', '5 sound files too large'],
    'short-recording': ['1 recording shorter', '5 recordings shorter'],
  };
  it.each(Object.entries(reasons))('%s is counted', (why, [one, many]) => {
    const left = (count: number) => leftOutText({ why: why as LeftOut['why'], count, files: ['a', 'b'] });
    expect(left(1)).toContain(one);
    expect(left(5)).toContain(many);
    expect(left(5)).toMatch(/: (lines )?a, b and 3 more$/);
  });

  it('is told with the lines of rows', () => {
    expect(leftOutText({ why: 'missing-value', count: 10, files: ['4', '17', '23', '40', '41'] })).toBe(
      '10 rows with a missing value: lines 4, 17, 23 and 7 more',
    );
  });

  it('is told without files where none is named', () => {
    expect(leftOutText({ why: 'missing-value', count: 2, files: [] })).toBe('2 rows with a missing value');
  });
});

it('A single file that is no picture is no “none of 1”', () => {
  const text = problemText({ code: 'import.no-pictures', file: 'broken.png', leftOut: 1 });
  expect(text).toMatch(/^broken\.png cannot be read as a picture\. Use PNG/);
});

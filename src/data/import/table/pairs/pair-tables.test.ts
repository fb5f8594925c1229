import { describe, expect, it } from 'vitest';
import { failureOfImport, parse, parseTable } from '../../testing/parse';
import { file } from '../../testing/write-bytes';

const lines = (...rows: string[]) => rows.join('\n') + '\n';
const features = ['a,b,c', '1,2,3', '4,5,6', '7,8,9'];
const labelsOf = async (...files: ReturnType<typeof file>[]) => {
  const { columns, likelyLabel, rows } = await parseTable(...files);
  const { names = [], indices = [] } = columns[likelyLabel ?? -1]?.classes ?? {};
  expect(indices).toHaveLength(rows);
  return Array.from(indices, (index) => names[index]);
};

describe('Samples and labels in files of their own', () => {
  it('are matched by name, row by row, for training and testing', async () => {
    const files = [
      file('x_test.csv', lines('a,b,c', '0,0,1')),
      file('x_train.csv', lines(...features)),
      file('y_test.csv', lines('digit', '3')),
      file('y_train.csv', lines('digit', '3', '8', '3')),
    ];
    const table = await parseTable(...files);
    expect(table).toMatchObject({ file: 'x_train.csv', rows: 4, testFrom: 3, likelyLabel: 3, leftOut: [] });
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'digit']);
    expect(await labelsOf(...files)).toEqual(['3', '8', '3', '3']);
  });

  it.each([
    ['texts under a header', lines('species', 'cat', 'dog', 'cat'), 'labels.csv'],
    ['texts without one', lines('cat', 'dog', 'cat'), 'y.csv'],
    ["pandas' row numbers before them", lines(',species', '17,cat', '4,dog', '9,cat'), 'train_labels.csv'],
    ['no line break at the end', 'cat\ndog\ncat', 'target.txt'],
  ])('may have %s', async (_, text, path) => {
    expect(await labelsOf(file('data.csv', lines(...features)), file(path, text))).toEqual([
      'cat',
      'dog',
      'cat',
    ]);
  });

  it('may be separated by blanks, without headers, in folders of parts', async () => {
    const files = [
      file('HAR/train/X_train.txt', lines('  1.5e-1 2 3', '  4 5 6')),
      file('HAR/train/y_train.txt', lines('5', '2')),
      file('HAR/test/X_test.txt', lines('  7 8 9')),
      file('HAR/test/y_test.txt', lines('5')),
    ];
    expect(await labelsOf(...files)).toEqual(['5', '2', '5']);
    expect(await parseTable(...files)).toMatchObject({ testFrom: 2, hasHeader: false });
  });

  it('keep their labels when the header of the samples is chosen', async () => {
    const files = [file('x.csv', lines('1,2,3', '4,5,6', '7,8,9')), file('y.csv', lines('label', 'a', 'b'))];
    const parsed = await parse(files, { hasHeader: true });
    expect(parsed).toMatchObject({ hasHeader: true, rows: 2, likelyLabel: 3 });
  });

  it('leave out samples without labels beside labelled ones', async () => {
    const table = await parseTable(
      file('x_train.csv', lines(...features)),
      file('y_train.csv', lines('a', 'b', 'a')),
      file('x_test.csv', lines(...features)),
    );
    expect(table).toMatchObject({ rows: 3, testFrom: null });
    expect(table.leftOut).toEqual([{ why: 'unused-file', count: 1, files: ['x_test.csv'] }]);
  });

  it('leave out labels that are measurements', async () => {
    const table = await parseTable(
      file('x.csv', lines(...features)),
      file('y.csv', lines('y', '1.5', '2', '3')),
    );
    expect(table.columns).toHaveLength(3);
    expect(table.leftOut).toEqual([{ why: 'unused-file', count: 1, files: ['y.csv'] }]);
  });

  it('are refused when they differ in number', async () => {
    const failure = await failureOfImport(
      file('x_train.csv', lines(...features)),
      file('y_train.csv', lines('label', 'a', 'b')),
    );
    expect(failure).toEqual({ code: 'import.label-count', file: 'y_train.csv', labels: 2, samples: 3 });
  });
});

describe('True and false', () => {
  it('are 1 and 0 beside numbers', async () => {
    const table = await parseTable(
      file('x.csv', lines('a,smoker,b,kind', '1,True,2,x', '3,False,4,y', '5,True,6,x', '7,,8,x')),
    );
    expect(table.columns[1]?.numbers).toEqual(Float32Array.of(1, 0, 1));
    expect(table).toMatchObject({ likelyLabel: 3, leftOut: [{ why: 'missing-value', count: 1 }] });
  });

  it('may be all there is, and may be the class', async () => {
    const all = await parseTable(file('x.csv', lines('TRUE,FALSE', 'FALSE,FALSE', 'TRUE,TRUE')));
    expect(all).toMatchObject({ hasHeader: false, rows: 3, likelyLabel: null });
    expect(all.columns[0]?.numbers).toEqual(Float32Array.of(1, 0, 1));
    const named = file('x.csv', lines('a,b,survived', '1,2,false', '3,4,true', '5,6,true'));
    expect(await labelsOf(named)).toEqual(['false', 'true', 'true']);
  });
});

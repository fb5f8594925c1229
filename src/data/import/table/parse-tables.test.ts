import { describe, expect, it } from 'vitest';
import { uniform } from '../../../core/random';
import { parse, parseTable } from '../testing/parse';
import { file } from '../testing/write-bytes';

const lines = (...rows: string[]) => rows.join('\n') + '\n';
const columnOf = (numbers: readonly number[]) => Float32Array.from(numbers);

describe('A table', () => {
  it('has numbers in columns and the class by its name', async () => {
    const table = await parseTable(
      file('iris.csv', lines('sepal,petal,species', '5.1,1.4,setosa', '-7,.5e1,virginica', '6,4,setosa')),
    );
    expect(table).toMatchObject({
      file: 'iris.csv',
      hasHeader: true,
      rows: 3,
      testFrom: null,
      likelyLabel: 2,
    });
    expect(table.columns.map(({ name }) => name)).toEqual(['sepal', 'petal', 'species']);
    expect(table.columns[0]?.numbers).toEqual(columnOf([5.1, -7, 6]));
    expect(table.columns[1]?.numbers).toEqual(columnOf([1.4, 5, 4]));
    expect(table.columns[2]).toMatchObject({
      numbers: null,
      classes: { names: ['setosa', 'virginica'], indices: Uint16Array.of(0, 1, 0) },
    });
  });

  it('may have no header', async () => {
    const table = await parseTable(file('x.csv', lines('1,2', '3,4')));
    expect(table).toMatchObject({ hasHeader: false, rows: 2, likelyLabel: null });
    expect(table.columns.map(({ name }) => name)).toEqual(['Column 1', 'Column 2']);
  });

  it('is told whether it has a header', async () => {
    const parsed = await parse([file('x.csv', lines('1,2', '3,4'))], { hasHeader: true });
    expect(parsed).toMatchObject({ hasHeader: true, rows: 1 });
  });

  it('may have the numbers of its columns for a header, as pandas writes it', async () => {
    const table = await parseTable(file('x.csv', lines(',0,1,2,3', '0,5,6,7,8', '1,9,9,9,9', '2,1,2,3,5')));
    expect(table).toMatchObject({ hasHeader: true, rows: 3 });
    expect(table.columns[0]?.numbers).toBeNull();
    expect(table.columns[4]?.numbers).toEqual(columnOf([8, 9, 5]));
    expect(table.leftOut).toEqual([{ why: 'row-numbers', count: 1, files: ['Column 1'] }]);
  });

  it.each([
    ['tabs', 'x.tsv', lines('a\tb', '1\t2', '3\t4.5')],
    ['semicolons', 'x.csv', lines('a;b', '1;2', '3;4.5')],
    ['semicolons and decimal commas', 'x.csv', lines('a;b', '1,0;2,0', '3,0;4,5')],
    ['blanks', 'x.txt', lines(' a   b', ' 1   2', '  3 4.5')],
    ['bars', 'x.csv', lines('a|b', '1|2', '3|4.5')],
    ['quotes', 'x.csv', lines('"a","b"', '"1","2"', '3,"4.5"')],
    ['line ends of Windows', 'x.csv', 'a,b\r\n1,2\r\n3,4.5\r\n'],
    ['line ends of old', 'x.csv', 'a,b\r1,2\r3,4.5'],
    ['blank lines', 'x.csv', 'a,b\n\n1,2\n3,4.5\n\n\n'],
    ["Excel's line that names the delimiter", 'x.csv', lines('sep=;', 'a;b', '1;2', '3;4.5')],
    ['a byte order mark', 'x.csv', '\ufeffa,b\n1,2\n3,4.5'],
  ])('may be written with %s', async (_, path, text) => {
    const table = await parseTable(file(path, text));
    expect(table).toMatchObject({ hasHeader: true, rows: 2 });
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(table.columns.map(({ numbers }) => numbers)).toEqual([columnOf([1, 3]), columnOf([2, 4.5])]);
  });

  it('may be UTF-16 in either order of bytes, or what Excel writes', async () => {
    const text = 'é,ÿ\n1,2\n3,4\n';
    const units = Array.from(text, (letter) => letter.charCodeAt(0));
    const little = [0xff, 0xfe, ...units.flatMap((unit) => [unit & 255, unit >> 8])];
    const big = [0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 255])];
    for (const bytes of [little, big, units]) {
      const table = await parseTable(file('x.csv', bytes));
      expect(table.columns.map(({ name }) => name)).toEqual(['é', 'ÿ']);
      expect(table.rows).toBe(2);
    }
  });

  it('keeps quoted line breaks and quotes in a cell', async () => {
    const table = await parseTable(file('x.csv', lines('n,class', '1,"a ""b""', 'c, d"', '2,e', '3,e')));
    expect(table.columns[1]?.classes?.names).toEqual(['a "b"\nc, d', 'e']);
  });

  it('leaves out rows with missing values and columns of text, and counts them', async () => {
    const table = await parseTable(
      file(
        'x.csv',
        lines(
          'a,b,note,none,y',
          '1,2,p,,0',
          'NA,2,q,,1',
          '3,?,r,,0',
          '4,5,,,1',
          'null,1,t,,1',
          '6,NaN,u,,0',
          '7,8,v,,1',
          '9,9,w,,0',
        ),
      ),
    );
    expect(table.rows).toBe(4);
    expect(table.columns[0]?.numbers).toEqual(columnOf([1, 4, 7, 9]));
    expect(table.columns[2]?.classes?.names).toEqual(['?', 'p', 'v', 'w']);
    expect(table.columns[3]).toMatchObject({ name: 'none', numbers: null, classes: null });
    expect(table.likelyLabel).toBe(4);
    expect(table.leftOut).toEqual([
      { why: 'missing-value', count: 4, files: ['3', '4', '6', '7'] },
      { why: 'text-column', count: 1, files: ['note'] },
      { why: 'empty-column', count: 1, files: ['none'] },
    ]);
  });

  it('says of a row with a missing value in which of several files it is', async () => {
    const { leftOut } = await parseTable(
      file('train.csv', lines('a,b', '1,2', '3,', '5,6')),
      file('test.csv', lines('a,b', ',2', '3,4')),
    );
    expect(leftOut).toEqual([{ why: 'missing-value', count: 2, files: ['3 of train.csv', '2 of test.csv'] }]);
  });

  it('may have names of rows without a name above them, as R writes it', async () => {
    const table = await parseTable(file('x.txt', lines('"a" "b"', '"1" 1 2', '"2" 3 4.5', '"3" 5 7')));
    expect(table.columns.map(({ name }) => name)).toEqual(['Column 1', 'a', 'b']);
    expect(table.columns[2]?.numbers).toEqual(columnOf([2, 4.5, 7]));
    expect(table.columns[0]?.numbers).toBeNull();
  });

  it('leaves out numbers that identify rows', async () => {
    const table = await parseTable(file('x.csv', lines('id,a', '842302,1', '17,2', '84300903,3')));
    expect(table.leftOut).toEqual([{ why: 'row-numbers', count: 1, files: ['id'] }]);
    const weights = await parseTable(file('x.csv', lines('kid,a', '7,1', '7,2', '9,3')));
    expect(weights.leftOut).toEqual([]);
  });

  it('leaves out texts without numbers that stand beside it', async () => {
    const table = await parseTable(
      file('a.txt', 'About the data,\nfor readers.\n'),
      file('b.txt', lines('1,2', '3,4')),
    );
    expect(table.file).toBe('b.txt');
    expect(table.leftOut).toEqual([{ why: 'unused-file', count: 1, files: ['a.txt'] }]);
  });

  it('takes the rows of a second file for testing', async () => {
    const table = await parseTable(
      file('test.csv', lines('a,b,label', '5,6,x')),
      file('train.csv', lines('a,b,label', '1,2,x', '?,4,y', '3,4,y')),
    );
    expect(table).toMatchObject({ file: 'train.csv', rows: 3, testFrom: 2 });
    expect(table.columns[0]?.numbers).toEqual(columnOf([1, 3, 5]));
  });

  it("leaves out Kaggle's test set, which has no classes", async () => {
    const table = await parseTable(
      file('test.csv', lines('p0,p1', '5,6')),
      file('train.csv', lines('label,p0,p1', '1,2,3', '0,4,5')),
      file('sample_submission.csv', lines('ImageId,Label', '1,0')),
    );
    expect(table).toMatchObject({ rows: 2, testFrom: null, likelyLabel: 0 });
    expect(table.leftOut).toEqual([
      { why: 'unused-file', count: 2, files: ['test.csv', 'sample_submission.csv'] },
    ]);
  });

  it('reads every number as JavaScript does, rounded to 32 bits', async () => {
    const cells = [
      '0',
      '-0',
      '007',
      '.5',
      '5.',
      '-.25',
      '+3',
      '1e3',
      '1E-7',
      '123456789012345',
      '0.1234567890123456789',
      ' 8 ',
    ];
    const random = Array.from(
      { length: 500 },
      (_, index) => (uniform(1, 2, 3, index) - 0.5) * 10 ** ((index % 20) - 9),
    );
    const all = [...cells, ...random.map(String), ...random.map((value) => value.toFixed(6))];
    const table = await parseTable(file('x.csv', lines('a,b', ...all.map((cell) => `${cell},1`))));
    expect(table.columns[0]?.numbers).toEqual(columnOf(all.map(Number)));
  });

  it('is read across pieces of several megabytes', async () => {
    const rows = Array.from(
      { length: 120_000 },
      (_, row) => `${row},"q${row % 3}",${row / 8},${'0'.repeat(50)}1`,
    );
    const table = await parseTable(file('x.csv', lines('n,class,eighth,one', ...rows)));
    expect(table.rows).toBe(120_000);
    expect(table.columns[2]?.numbers?.every((value, row) => value === row / 8)).toBe(true);
    expect(table.columns[1]?.classes?.indices.every((value, row) => value === row % 3)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { failureOfImport } from '../testing/parse';
import { file } from '../testing/write-bytes';

const lines = (...rows: string[]) => rows.join('\n') + '\n';

describe('A table that is wrong', () => {
  it('has a row of another length, whose line is named', async () => {
    const failure = await failureOfImport(file('x.csv', lines('a,b', '1,2', '', '3,4,5', '6,7', '8,9')));
    expect(failure).toEqual({ code: 'import.unequal-rows', file: 'x.csv', line: 4, columns: 3, expected: 2 });
  });

  it('has a first row of another length', async () => {
    const failure = await failureOfImport(file('x.csv', lines('1,2,3', '4,5', '6,7', '8,9')));
    expect(failure).toEqual({ code: 'import.unequal-rows', file: 'x.csv', line: 1, columns: 3, expected: 2 });
  });

  it('counts the lines within quotes', async () => {
    const failure = await failureOfImport(
      file('x.csv', lines('"a\n1",b', '1,2', '3,4', '5,6', '7', '8,9', '8,9')),
    );
    expect(failure).toMatchObject({ code: 'import.unequal-rows', line: 6, columns: 1 });
  });

  it('has a text among numbers, whose line and column are named', async () => {
    const failure = await failureOfImport(file('x.csv', lines('a,b', '1,2', '3,4', '5,l0', '6,7')));
    expect(failure).toEqual({ code: 'import.not-a-number', file: 'x.csv', line: 4, column: 2, text: 'l0' });
  });

  it.each(['inf', '-Infinity', '1e39', '0x1f', '1,5', '12.5%', '1.234.5', '.', '-', '1 2'])(
    'has %s among numbers',
    async (text) => {
      const failure = await failureOfImport(file('x.csv', lines('1;2', '3;4', `5;${text}`, '6;7.5')));
      expect(failure).toMatchObject({ code: 'import.not-a-number', line: 3, column: 2, text });
    },
  );

  it('has no numbers at all, like a letter', async () => {
    const failure = await failureOfImport(file('x.txt', 'Dear reader,\nthis is not a table.\nYours\n'));
    expect(failure).toMatchObject({ code: 'import.no-numbers', file: 'x.txt' });
  });

  it('has a header only', async () => {
    const failure = await failureOfImport(file('x.csv', lines('a,b,c')));
    expect(failure).toEqual({ code: 'import.no-numbers', file: 'x.csv' });
  });

  it('misses a value in every row', async () => {
    const failure = await failureOfImport(file('x.csv', lines('a,b', '1,', ',2', '3,', ',4')));
    expect(failure).toEqual({ code: 'import.too-few', samples: 0, least: 1 });
  });

  it('has other columns for testing', async () => {
    const failure = await failureOfImport(
      file('test.csv', lines('1,2,3', '4,5,6')),
      file('train.csv', lines('1,2', '3,4')),
    );
    expect(failure).toEqual({
      code: 'import.shapes-differ',
      files: ['train.csv', 'test.csv'],
      shapes: [[2], [3]],
    });
  });

  it('has a quote that nobody closes', async () => {
    const failure = await failureOfImport(file('x.csv', lines('a,b', '1,2', '3,4', '5,6', '"7,8', '9,9')));
    expect(failure).toMatchObject({ code: 'import.unequal-rows', line: 5, columns: 1, expected: 2 });
    const long = `a,b\n1,2\n3,4\n"5,6\n${'7,8\n'.repeat(6_000_000)}`;
    expect(await failureOfImport(file('x.csv', long))).toMatchObject({
      code: 'import.unequal-rows',
      line: 4,
    });
  });

  it('has more columns than anything can use', async () => {
    const row = Array.from({ length: 50_001 }, () => '1').join();
    const failure = await failureOfImport(file('x.csv', lines(row, row)));
    expect(failure).toEqual({ code: 'import.sample-size', values: 50_001, least: 1, most: 50_000 });
  });
});

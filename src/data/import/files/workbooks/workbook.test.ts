import { describe, expect, it } from 'vitest';
import { failureOfImport, parsePictures } from '../../testing/parse';
import { ascii, file, zipBytes } from '../../testing/write-bytes';

const archive = (...paths: string[]) => zipBytes(paths.map((path) => ({ path, bytes: ascii('<x/>') })));
const excel = archive('_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml');
const png = [0x89, ...ascii('PNG\r\n'), 0x1a, 10];

describe('A spreadsheet', () => {
  it.each([
    ['book.xlsx', excel, 'excel'],
    ['renamed.csv', excel, 'excel'],
    ['old.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], 'excel'],
    ['sheet.ods', archive('mimetype', 'content.xml', 'META-INF/manifest.xml'), 'open-document'],
    ['sheet.numbers', archive('Index/Document.iwa', 'preview.jpg'), 'numbers'],
  ])('is named for what it is, whatever it is called: %s', async (path, bytes, kind) => {
    expect(await failureOfImport(file(path, bytes))).toEqual({ code: 'import.workbook', file: path, kind });
  });

  it('beside pictures is left out', async () => {
    const { pictures, leftOut } = await parsePictures(file('a/1.png', png), file('a/list.xlsx', excel));
    expect(pictures.map(({ path }) => path)).toEqual(['a/1.png']);
    expect(leftOut).toEqual([{ why: 'not-a-picture', count: 1, files: ['a/list.xlsx'] }]);
  });
});

describe('Empty files', () => {
  it('are named where there is nothing else', async () => {
    expect(await failureOfImport(file('a.csv', ''))).toEqual({ code: 'import.empty-file', files: ['a.csv'] });
    const two = await failureOfImport(file('x.npy', ''), file('y.npy', ''), file('.DS_Store', 'x'));
    expect(two).toEqual({ code: 'import.empty-file', files: ['x.npy', 'y.npy'] });
  });
});

import { describe, expect, it } from 'vitest';
import { failureOfImport, parsePictures } from '../../testing/parse';
import { ascii, file, zipBytes } from '../../testing/write-bytes';

const png = [0x89, ...ascii('PNG\r\n'), 0x1a, 10];
const pictures = (...paths: string[]) => paths.map((path) => file(path, png));

async function classesOf(...files: ReturnType<typeof file>[]) {
  const parsed = await parsePictures(...files);
  const named = parsed.pictures.map(({ path, label }) => [path, parsed.classNames?.[label] ?? null]);
  return { ...parsed, classes: Object.fromEntries(named) as Record<string, string | null> };
}

describe('A table beside pictures', () => {
  const loose = pictures('1.png', '2.png', '3.JPG', '10.png');
  const classes = { '1.png': 'cat', '2.png': 'dog', '3.JPG': 'cat', '10.png': 'dog' };

  it.each([
    ['file names', 'filename,label\n1.png,cat\n2.png,dog\n3.jpg,cat\n10.png,dog\n'],
    ['names without their endings', 'id,breed\n1,cat\n2,dog\n3,cat\n10,dog\n'],
    ['no header', '1.png;cat\n2.png;dog\n3.JPG;cat\n10.png;dog\n'],
    [
      'paths of another machine',
      'label\tpath\ncat\tC:\\x\\1.png\ndog\t./x/2.png\ncat\t/x/3.jpg\ndog\tx/10.png\n',
    ],
    [
      'other columns',
      'file,width,class,made by\n1.png,5,cat,a\n2.png,6,dog,b\n3.jpg,7,cat,c\n10.png,8,dog,d\n',
    ],
  ])('gives them classes by %s', async (_, text) => {
    const found = await classesOf(...loose, file('labels.csv', text));
    expect(found.classes).toEqual(classes);
    expect(found.classNames).toEqual(['cat', 'dog']);
    expect(found.notes).toMatchObject([{ code: 'import.note.labels-from', file: 'labels.csv' }]);
  });

  it('leaves out the pictures that it does not name', async () => {
    const found = await classesOf(...loose, file('labels.csv', 'id,label\n1,cat\n2,dog\n3,\n'));
    expect(found.classes).toEqual({ '1.png': 'cat', '2.png': 'dog' });
    expect(found.leftOut).toEqual([{ why: 'unlabelled-picture', count: 2, files: ['3.JPG', '10.png'] }]);
  });

  it('may lie with them in an archive, with folders of parts', async () => {
    const entries = ['train/1.png', 'train/2.png', 'test/3.png', 'test/4.png'];
    const labels = entries.map((path, index) => `${path},${index % 2 ? 'dog' : 'cat'}`);
    const found = await classesOf(
      file(
        'pets.zip',
        zipBytes([
          ...entries.map((path) => ({ path, bytes: png })),
          { path: 'labels.csv', bytes: ascii(['image,label', ...labels].join('\n')) },
        ]),
      ),
    );
    expect(found.classes).toMatchObject({ 'pets/train/2.png': 'dog', 'pets/test/3.png': 'cat' });
    expect(found.pictures.map(({ split }) => split)).toEqual(['test', 'test', 'train', 'train']);
  });

  it('is not needed where folders are the classes', async () => {
    const inFolders = pictures('a/1.png', 'a/2.png', 'b/3.png', 'b/4.png');
    const found = await classesOf(...inFolders, file('sizes.csv', '1,2\n3,4\n'));
    expect(found.classNames).toEqual(['a', 'b']);
    expect(found.leftOut).toEqual([{ why: 'not-a-picture', count: 1, files: ['sizes.csv'] }]);
  });

  it('that names none of them is refused, unless it lies in their folder', async () => {
    const other = 'a,b\n1.5,2\n3.5,4\n';
    expect(await failureOfImport(...loose, file('other.csv', other))).toEqual({
      code: 'import.labels-unmatched',
      file: 'other.csv',
      pictures: 4,
    });
    const found = await classesOf(...pictures('d/1.png', 'd/2.png'), file('d/other.csv', other));
    expect(found.classNames).toBeNull();
  });
});

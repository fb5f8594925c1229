import { describe, expect, it } from 'vitest';
import { parsePictures } from '../testing/parse';
import { ascii, bigEndian, file, littleEndian, zipBytes } from '../testing/write-bytes';

const png = [0x89, ...ascii('PNG\r\n'), 0x1a, 10];
const picture = (path: string) => file(path, png);

async function arranged(...paths: string[]) {
  const { pictures, classNames } = await parsePictures(...paths.map(picture));
  return Object.fromEntries(
    pictures.map(({ path, label, split }) => [path, [classNames?.[label] ?? null, split]]),
  );
}

describe('Folders of pictures', () => {
  it('are classes', async () => {
    expect(await arranged('pets/cat/1.png', 'pets/dog/2.png', 'pets/dog/old/3.png')).toEqual({
      'pets/cat/1.png': ['cat', null],
      'pets/dog/2.png': ['dog', null],
      'pets/dog/old/3.png': ['dog', null],
    });
  });

  it('are the split and then classes, in any case of letters', async () => {
    expect(
      await arranged('d/Train/cat/1.png', 'd/Train/dog/2.png', 'd/TEST/cat/3.png', 'd/val/dog/4.png'),
    ).toEqual({
      'd/Train/cat/1.png': ['cat', 'train'],
      'd/Train/dog/2.png': ['dog', 'train'],
      'd/TEST/cat/3.png': ['cat', 'test'],
      'd/val/dog/4.png': ['dog', 'test'],
    });
  });

  it('are classes and then the split', async () => {
    expect(await arranged('cat/train/1.png', 'dog/test/2.png')).toEqual({
      'cat/train/1.png': ['cat', 'train'],
      'dog/test/2.png': ['dog', 'test'],
    });
  });

  it('are no classes when one holds everything, or pictures lie loose', async () => {
    expect(await arranged('camera/1.png', 'camera/2.png')).toEqual({
      'camera/1.png': [null, null],
      'camera/2.png': [null, null],
    });
    expect(await arranged('1.png', '2.png', '3.png', 'old/4.png')).toMatchObject({
      'old/4.png': [null, null],
    });
    expect(await arranged('train/images/1.png', 'test/images/2.png')).toEqual({
      'train/images/1.png': [null, 'train'],
      'test/images/2.png': [null, 'test'],
    });
  });

  it('are classes in natural order, in which the pictures come too', async () => {
    const paths = ['10/1.png', '2/10.png', '2/9.png'];
    const { classNames, pictures } = await parsePictures(...paths.map(picture));
    expect(classNames).toEqual(['2', '10']);
    expect(pictures.map(({ path }) => path)).toEqual(['2/9.png', '2/10.png', '10/1.png']);
  });

  it('leave out the few pictures without a class', async () => {
    const { pictures, leftOut } = await parsePictures(...['a/1.png', 'b/2.png', 'cover.png'].map(picture));
    expect(pictures).toHaveLength(2);
    expect(leftOut).toEqual([{ why: 'unused-file', count: 1, files: ['cover.png'] }]);
  });

  it('leave out what is no picture, whatever its name', async () => {
    const { pictures, leftOut } = await parsePictures(
      picture('a/1.txt'),
      file('a/2.png', [1, 2, 3]),
      file('a/labels.csv', '1,2\n3,4\n'),
      ...Array.from({ length: 10 }, (_, index) => picture(`b/${index}`)),
    );
    expect(pictures).toHaveLength(11);
    expect(leftOut).toEqual([{ why: 'not-a-picture', count: 2, files: ['a/2.png', 'a/labels.csv'] }]);
  });

  it('may be archives, each of one class or of one split', async () => {
    const archive = (path: string, ...entries: string[]) =>
      file(path, zipBytes(entries.map((entry) => ({ path: entry, bytes: png }))));
    const classes = await parsePictures(archive('cat.zip', '1.png'), archive('dog.zip', '1.png'));
    expect(classes.classNames).toEqual(['cat', 'dog']);
    const splits = await parsePictures(
      archive('train.zip', 'a/1.png', 'b/1.png'),
      archive('test.zip', 'a/1.png'),
    );
    expect(splits.classNames).toEqual(['a', 'b']);
    expect(splits.pictures.map(({ split }) => split)).toEqual(['test', 'train', 'train']);
  });
});

describe('A picture', () => {
  it.each([
    ['PNG', png],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['GIF', ascii('GIF89a')],
    ['WebP', [...ascii('RIFF'), 1, 2, 3, 4, ...ascii('WEBP')]],
    ['AVIF', [...bigEndian(24, 4), ...ascii('ftypavif'), 0, 0, 0, 0, ...ascii('mif1avif')]],
    [
      'AVIF by a compatible brand',
      [...bigEndian(24, 4), ...ascii('ftypmif1'), 0, 0, 0, 0, ...ascii('miafavif')],
    ],
    ['BMP', [...ascii('BM'), 9, 9, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, ...littleEndian(40, 4)]],
  ])('is known by its first bytes: %s', async (_, bytes) => {
    expect((await parsePictures(file('x.dat', bytes))).pictures).toHaveLength(1);
  });
});

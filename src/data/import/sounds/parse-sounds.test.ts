// Files of sound with a decoder of the test's own: the first byte after the header says what comes out.
import { describe, expect, test } from 'vitest';
import type { DecodedSound } from '../../../core/import/series-import';
import { importFailureOf } from '../../../core/import/import-failure';
import { recognise } from '../files/recognise';
import { parseFiles } from '../parse-files';
import type { ParsedSounds } from '../parsed';

const wav = (path: string, what: 'tone' | 'silence' | 'noise-floor' | 'broken', bytes = 100) => ({
  path,
  blob: new Blob([`RIFF....WAVE${what} `, new Uint8Array(bytes)]),
});

let rates: number[] = [];
async function decode(blob: Blob, rate: number): Promise<DecodedSound> {
  rates.push(rate);
  const text = await blob.text();
  if (text.includes('broken')) return { why: 'cannot' };
  const loudness = text.includes('tone') ? 0.5 : text.includes('noise-floor') ? 1e-5 : 0;
  return { samples: Float32Array.from({ length: 4000 }, (_, at) => loudness * Math.sin(at)) };
}

async function parse(files: Parameters<typeof parseFiles>[0], rate?: number): Promise<ParsedSounds> {
  rates = [];
  const options = { decodeSound: decode, ...(rate === undefined ? {} : { rate }) };
  const parsed = await parseFiles(files, () => undefined, new AbortController().signal, options);
  if (parsed.kind !== 'sounds') throw new Error(`parsed as ${parsed.kind}`);
  return parsed;
}

const failureOf = (files: Parameters<typeof parseFiles>[0]) =>
  parse(files).then(
    () => Promise.reject(new Error('It did not fail.')),
    (error: unknown) => importFailureOf(error),
  );

describe('files of sound', () => {
  test('are recordings of the class of their folder, at 8 kHz unless another rate is chosen', async () => {
    const files = [wav('pumps/good/1.wav', 'tone'), wav('pumps/bad/2.wav', 'tone')];
    const parsed = await parse(files);
    expect(parsed.classNames).toEqual(['bad', 'good']);
    expect(parsed.sounds.map(({ path, label }) => [path, label])).toEqual([
      ['pumps/bad/2.wav', 0],
      ['pumps/good/1.wav', 1],
    ]);
    expect([parsed.rate, rates]).toEqual([8000, [8000, 8000]]);
    expect((await parse(files, 16_000)).rate).toBe(16_000);
    expect((await parse(files, 12)).rate).toBe(8000);
  });

  test('that cannot be used are left out by name, and the others are used', async () => {
    const parsed = await parse([
      wav('a.wav', 'tone'),
      wav('b.wav', 'broken'),
      wav('c.wav', 'silence'),
      wav('d.wav', 'noise-floor'),
      wav('e.mp3', 'tone', 41 * 2 ** 20),
    ]);
    expect(parsed.sounds.map(({ path }) => path)).toEqual(['a.wav']);
    expect(parsed.leftOut).toEqual([
      { why: 'undecodable-sound', count: 1, files: ['b.wav'] },
      { why: 'silent-sound', count: 2, files: ['c.wav', 'd.wav'] },
      { why: 'large-sound', count: 1, files: ['e.mp3'] },
    ]);
  });

  test('are refused where none can be used, with what is wrong with the first', async () => {
    expect(await failureOf([wav('b.wav', 'broken'), wav('c.wav', 'silence')])).toEqual({
      code: 'import.no-sound',
      file: 'b.wav',
      why: 'undecodable',
      files: 2,
    });
  });

  test('are refused without a decoder', async () => {
    const parsed = parseFiles([wav('a.wav', 'tone')], () => undefined, new AbortController().signal);
    await expect(parsed.catch((error: unknown) => importFailureOf(error))).resolves.toEqual({
      code: 'import.no-sound-decoder',
    });
  });

  test('beside a cover are sound, and a film beside pictures is left out', async () => {
    const cover = { path: 'cover.jpg', blob: new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)]) };
    const parsed = await parse([wav('a.wav', 'tone'), wav('b.wav', 'tone'), cover]);
    expect(parsed.leftOut).toEqual([{ why: 'unused-file', count: 1, files: ['cover.jpg'] }]);
  });
});

test.each([
  ['WAV', 'RIFF\x10\0\0\0WAVEfmt ', 'sound'],
  ['FLAC', 'fLaC\0\0\0\x22', 'sound'],
  ['Ogg', 'OggS\0\x02', 'sound'],
  ['MP3 with tags', 'ID3\x04\0', 'sound'],
  ['MP3 without', '\xff\xfb\x90\x64', 'sound'],
  ['AAC', '\xff\xf1\x50\x80', 'sound'],
  ['M4A', '\0\0\0\x20ftypM4A ', 'sound'],
  ['WebM', '\x1a\x45\xdf\xa3\x9f', 'sound'],
  ['AIFF', 'FORM\0\0\0\x10AIFF', 'sound'],
  ['WebP', 'RIFF\x10\0\0\0WEBP', 'picture'],
  ['HEIC', '\0\0\0\x20ftypheic', 'unknown'],
  ['a table in UTF-16', '\xff\xfe1\x00,\x002\x00', 'table'],
  ['JPEG', '\xff\xd8\xff\xe0', 'picture'],
])('%s is known by its first bytes', (_, text, kind) => {
  expect(
    recognise(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      'x',
    ),
  ).toBe(kind);
});

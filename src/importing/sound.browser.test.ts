// Sound end to end: WAV files made here, the browser's decoder on the page, the worker's windows.
import { proxy, transfer, wrap, type Remote } from 'comlink';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportApi, SourceFile } from '../core/import/import-api';
import { windowPlace } from '../core/samples/series/series-windows';

let worker: Worker;
let api: Remote<ImportApi>;
const tell = proxy(() => undefined);
/** As `session/recording` does it, which this layer may not enter. */
const decode = proxy(async (blob: Blob, rate: number) => {
  try {
    const context = new OfflineAudioContext(1, 1, rate);
    const samples = (await context.decodeAudioData(await blob.arrayBuffer())).getChannelData(0).slice();
    return transfer({ samples }, [samples.buffer]);
  } catch {
    return { why: 'cannot' as const };
  }
});

beforeEach(() => {
  worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  api = wrap<ImportApi>(worker);
});
afterEach(() => worker.terminate());

/** 16-bit PCM, one channel. */
function wav(path: string, values: readonly number[], rate: number): SourceFile {
  const bytes = new DataView(new ArrayBuffer(44 + 2 * values.length));
  const text = (at: number, letters: string) =>
    Array.from(letters, (letter, index) => bytes.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  bytes.setUint32(4, 36 + 2 * values.length, true);
  text(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  [1, 1].forEach((word, index) => bytes.setUint16(20 + 2 * index, word, true));
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, 2 * rate, true);
  [2, 16].forEach((word, index) => bytes.setUint16(32 + 2 * index, word, true));
  text(36, 'data');
  bytes.setUint32(40, 2 * values.length, true);
  values.forEach((value, at) => bytes.setInt16(44 + 2 * at, Math.round(32_767 * value), true));
  return { path, blob: new Blob([bytes]) };
}

const tone = (pitch: number, seconds: number, rate: number) =>
  Array.from({ length: seconds * rate }, (_, at) => 0.5 * Math.sin((2 * Math.PI * pitch * at) / rate));

test('WAV files become windows in the order of time, of the class of their folder', async () => {
  const files = [
    wav('tones/low/a.wav', tone(200, 3, 8000), 8000),
    wav('tones/high/b.wav', tone(900, 2, 8000), 8000),
    { path: 'tones/high/cut.wav', blob: new Blob(['RIFF....WAVEfmt ']) },
  ];
  const preview = await api.open(files, tell, decode);
  expect(preview).toMatchObject({
    format: 'sound',
    shape: [512, 1],
    offers: { splits: ['time', 'recordings'] },
  });
  expect(preview.classes?.map(({ name }) => name)).toEqual(['high', 'low']);
  expect(preview.leftOut).toEqual([{ why: 'undecodable-sound', count: 1, files: ['tones/high/cut.wav'] }]);
  const { dataset } = await api.save(tell);
  const { manifest, shards } = dataset;
  const { windows, train, valueRange } = manifest;
  expect(windows?.recordings.map(({ name, length }) => [name, length])).toEqual([
    ['tones/high/b.wav', 16_000],
    ['tones/low/a.wav', 24_000],
  ]);
  // Each stored window is the piece of the tone that the manifest says it is.
  const values = new Float32Array(await shards[0]!.slice(0, train.count * 512 * 4).arrayBuffer());
  for (let index = 0; index < train.count; index += 7) {
    const { recording, start } = windowPlace(windows!, 'train', index)!;
    const pitch = recording.name.includes('low') ? 200 : 900;
    for (const at of [0, 100, 511]) {
      const expected = 0.5 * Math.sin((2 * Math.PI * pitch * (start + at)) / 8000);
      const [least, greatest] = valueRange;
      expect(least + values[index * 512 + at]! * (greatest - least)).toBeCloseTo(expected, 3);
    }
  }
});

test('sound is decoded again for another rate', async () => {
  await api.open([wav('a.wav', tone(200, 3, 16_000), 16_000)], tell, decode);
  const { series, choices } = await api.preview({ rate: 16_000 }, tell);
  expect(choices.rate).toBe(16_000);
  expect(series?.windows).toMatchObject({ rate: 16_000, recordings: [{ length: 48_000 }] });
});

import { afterEach, expect, test, vi } from 'vitest';
import { pianoNotes } from '../../../catalog/piano/registry';
import { failureOf } from '../../../core/failure';
import { rms } from '../../../core/sound/loudness';
import { makeOnPage } from '../page-made';
import { decodePiano } from './decode-piano';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const failureFrom = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => failureOf(error),
  );

test('a browser without a decoder is told so, and what cannot be fetched is named', async () => {
  vi.stubGlobal('OfflineAudioContext', undefined);
  expect(await failureFrom(makeOnPage('piano'))).toMatchObject({ code: 'data.not-decodable' });
  vi.unstubAllGlobals();
  vi.spyOn(OfflineAudioContext.prototype, 'decodeAudioData').mockRejectedValue(new DOMException('no'));
  expect(await failureFrom(decodePiano())).toMatchObject({ code: 'data.not-decodable' });
  vi.restoreAllMocks();
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
  expect(await failureFrom(decodePiano())).toEqual({ code: 'data.missing', file: 'notes.json', status: 404 });
});

test('thirty notes are decoded once, equally loud, and cut into windows', async () => {
  // Refused attempts of the test above are forgotten.
  const [notes, again, dataset] = await Promise.all([decodePiano(), decodePiano(), makeOnPage('piano')]);
  expect(again).toBe(notes);
  expect(notes.map(({ name }) => name)).toEqual([...pianoNotes]);
  expect(notes.filter(({ isHeldOut }) => isHeldOut).map(({ name }) => name)).toEqual([
    ...['A0', 'A5', 'C3', 'C8', 'D#5', 'F#3'],
  ]);
  const first = rms(notes[0]!.signal);
  for (const { signal, name } of notes) {
    expect(signal.length, name).toBe(32_000);
    expect(rms(signal) / first, name).toBeCloseTo(1, 4);
    expect(
      signal.every((value) => Math.abs(value) <= 1),
      name,
    ).toBe(true);
  }
  // (32,000 - 512) / 128 + 1 windows of each
  expect([dataset.manifest.train.count, dataset.manifest.test.count]).toEqual([24 * 247, 6 * 247]);
});

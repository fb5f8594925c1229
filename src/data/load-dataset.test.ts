import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Manifest } from '../core/manifest';
import { openDataset, type DatasetHandle, type DatasetOptions, type DatasetProgress } from './load-dataset';
import { ShardError } from './shard-error';

const size = 6;
const trainCounts = [4, 4, 3];
const testCounts = [5];

/** Pixel `index` of a split, and the label of sample `index`: every byte of the set has a known value. */
const pixel = (index: number) => (index * 37 + 11) % 256;
const label = (index: number) => (index * 7) % 300;

function shardBytes(start: number, count: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(count * (size + 2));
  for (let at = 0; at < count * size; at++) bytes[at] = pixel(start * size + at);
  for (let at = 0; at < count; at++) bytes.writeUInt16LE(label(start + at), count * size + at * 2);
  return new Uint8Array(gzipSync(bytes));
}

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
      return { file, count, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
    return { count: start, shards };
  };
  const manifest: Manifest = {
    id: 'tiny',
    name: 'Tiny',
    licence: 'none',
    attribution: 'none',
    sampleShape: [2, 3, 1],
    classNames: Array.from({ length: 300 }, (_, index) => `kind ${index}`),
    train: split('train', trainCounts),
    test: split('test', testCounts),
  };
  return { manifest, files };
}

type Answer = (
  bytes: Uint8Array<ArrayBuffer>,
  attempt: number,
  signal?: AbortSignal | null,
) => Response | Promise<Response>;

/** The bytes in chunks of 16, as a network hands them out. */
function streamed(bytes: Uint8Array<ArrayBuffer>): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 16) controller.enqueue(bytes.subarray(at, at + 16));
      controller.close();
    },
  });
  return new Response(body);
}

const notFound: Answer = () => new Response('nothing here', { status: 404 });
const html: Answer = () =>
  new Response('<!doctype html><title>Hourglass</title>', { headers: { 'Content-Type': 'text/html' } });
const cutOff: Answer = (bytes) => streamed(bytes.slice(0, bytes.length - 9));
const flipped: Answer = (bytes) =>
  streamed(bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte)));
const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const brokenOff: Answer = () =>
  new Response(
    new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('network error'));
      },
    }),
  );

/** A server that answers for some files as told, and whose manifest may be changed. */
function serve(answers: Record<string, Answer> = {}, change: (manifest: Manifest) => unknown = (it) => it) {
  const { manifest, files } = makeFiles();
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify(change(manifest))));
  const requests: { url: string; file: string; cache: string | undefined }[] = [];
  const request = async (input: unknown, init?: RequestInit): Promise<Response> => {
    const url = String(input);
    const file = url.slice(url.lastIndexOf('/') + 1);
    const attempt = requests.filter((earlier) => earlier.file === file).length;
    requests.push({ url, file, cache: init?.cache });
    const bytes = files.get(file);
    if (bytes === undefined) return new Response('', { status: 404 });
    return (answers[file] ?? ((it) => streamed(it)))(bytes, attempt, init?.signal);
  };
  return { request: request as typeof fetch, requests, answers, manifest };
}

interface Opened {
  dataset: DatasetHandle;
  progress: DatasetProgress[];
  failures: ShardError[];
}

async function open(request: typeof fetch, options: Partial<DatasetOptions> = {}): Promise<Opened> {
  const progress: DatasetProgress[] = [];
  const failures: ShardError[] = [];
  const dataset = await openDataset('http://localhost/page/', 'tiny', {
    onProgress: (report) => progress.push(report),
    onFailure: (error) => failures.push(error),
    fetch: request,
    retries: 2,
    retryDelayMs: 0,
    ...options,
  });
  return { dataset, progress, failures };
}

/** The latest report of progress. */
const latest = (progress: DatasetProgress[]) => progress[progress.length - 1];

async function whole(dataset: DatasetHandle): Promise<void> {
  await Promise.all([dataset.whenTrainReady(dataset.train.count), dataset.whenTestReady()]);
}

afterEach(() => vi.unstubAllGlobals());

describe('a data set whose shards are all good', () => {
  test('holds every pixel and every label in its place', async () => {
    const { dataset, failures } = await open(serve().request);
    await whole(dataset);
    expect(dataset.train.count).toBe(11);
    expect(dataset.train.shape).toEqual([2, 3, 1]);
    expect([...dataset.train.values]).toEqual(Array.from({ length: 11 * size }, (_, at) => pixel(at)));
    expect([...dataset.train.labels]).toEqual(Array.from({ length: 11 }, (_, at) => label(at)));
    expect([...dataset.test.values]).toEqual(Array.from({ length: 5 * size }, (_, at) => pixel(at)));
    expect([...dataset.test.labels]).toEqual(Array.from({ length: 5 }, (_, at) => label(at)));
    expect(failures).toEqual([]);
  });

  test('is asked for below data/<id>/, the first training shard and the test shard first, each file once', async () => {
    const { request, requests } = serve();
    const { dataset } = await open(request);
    await whole(dataset);
    expect(requests.map((asked) => asked.url.replace('http://localhost/page/data/tiny/', ''))).toEqual([
      'manifest.json',
      'train-00.shard',
      'test-00.shard',
      'train-01.shard',
      'train-02.shard',
    ]);
  });

  test('tells progress that never falls and ends at the total', async () => {
    const { dataset, progress } = await open(serve().request);
    await whole(dataset);
    const loaded = progress.map((report) => report.loadedBytes);
    const total = [...dataset.manifest.train.shards, ...dataset.manifest.test.shards].reduce(
      (sum, shard) => sum + shard.bytes,
      0,
    );
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
    expect(new Set(loaded).size).toBeGreaterThan(4);
    expect(latest(progress)).toEqual({
      loadedBytes: total,
      totalBytes: total,
      shardsLoaded: 4,
      shardsTotal: 4,
    });
  });

  test('counts only leading samples as ready when a later shard overtakes', async () => {
    let release: (response: Response) => void = () => undefined;
    const held = new Promise<Response>((resolve) => (release = resolve));
    let heldBytes = new Uint8Array();
    const server = serve({
      'train-01.shard': (bytes) => {
        heldBytes = bytes;
        return held;
      },
    });
    const { dataset, progress } = await open(server.request);
    await dataset.whenTrainReady(4);
    await vi.waitFor(() => expect(latest(progress)?.shardsLoaded).toBe(3));
    expect(dataset.trainReady()).toBe(4);
    expect(dataset.testReady()).toBe(true);
    release(streamed(heldBytes));
    await dataset.whenTrainReady(5);
    expect(dataset.trainReady()).toBe(11);
  });

  test('loads without crypto.subtle, and the CRC inside the gzip still finds a flipped byte', async () => {
    vi.stubGlobal('crypto', {});
    const { dataset, failures } = await open(serve({ 'train-02.shard': flipped }).request);
    await expect(dataset.whenTrainReady(11)).rejects.toBeInstanceOf(ShardError);
    expect(dataset.trainReady()).toBe(8);
    expect(failures.map((failure) => failure.shard)).toEqual(['train-02.shard']);
  });
});

describe('a shard that cannot be had', () => {
  test.each([
    ['is missing', notFound, 'missing'],
    ['is answered with a page of HTML', html, 'missing'],
    ['is cut off', cutOff, 'truncated'],
    ['has a flipped byte', flipped, 'checksum'],
    ['meets no network', offline, 'network'],
    ['is broken off', brokenOff, 'network'],
    ['meets a server in trouble', () => new Response('', { status: 503 }), 'network'],
  ] as [string, Answer, string][])('that %s is tried three times, then named', async (_, answer, kind) => {
    const server = serve({ 'train-01.shard': answer });
    const { dataset, failures } = await open(server.request);
    await expect(dataset.whenTrainReady(5)).rejects.toMatchObject({ shard: 'train-01.shard', kind });
    const asked = server.requests.filter((each) => each.file === 'train-01.shard');
    expect(asked.map((each) => each.cache)).toEqual(['default', 'reload', 'reload']);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.message).toMatch(/train-01\.shard .*Retry\.|train-01\.shard .*prepare the data\.$/);
  });

  test('leaves the other shards loading', async () => {
    const { dataset, progress } = await open(serve({ 'train-01.shard': notFound }).request);
    await dataset.whenTrainReady(4);
    await dataset.whenTestReady();
    await vi.waitFor(() => expect(latest(progress)?.shardsLoaded).toBe(3));
    expect(dataset.trainReady()).toBe(4);
    expect(dataset.train.values[8 * size]).toBe(pixel(8 * size));
  });

  test('heals by itself when a second attempt goes well', async () => {
    const once: Answer = (bytes, attempt) => (attempt === 0 ? flipped(bytes, 0) : streamed(bytes));
    const { dataset, progress, failures } = await open(serve({ 'train-00.shard': once }).request);
    await whole(dataset);
    const loaded = progress.map((report) => report.loadedBytes);
    expect(failures).toEqual([]);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
    expect(progress.every((report) => report.loadedBytes <= report.totalBytes)).toBe(true);
  });

  test('can be fetched again by retry, and those who wait then are answered', async () => {
    const server = serve({ 'train-01.shard': notFound });
    const { dataset, failures } = await open(server.request);
    await expect(dataset.whenTrainReady(11)).rejects.toBeInstanceOf(ShardError);
    delete server.answers['train-01.shard'];
    dataset.retry();
    const waiting = dataset.whenTrainReady(11);
    await waiting;
    expect(failures).toHaveLength(1);
    expect([...dataset.train.values]).toEqual(Array.from({ length: 11 * size }, (_, at) => pixel(at)));
  });

  test('is named again when retry does not help', async () => {
    const { dataset, failures } = await open(serve({ 'test-00.shard': html }).request);
    await expect(dataset.whenTestReady()).rejects.toBeInstanceOf(ShardError);
    dataset.retry();
    await expect(dataset.whenTestReady()).rejects.toMatchObject({ kind: 'missing' });
    expect(failures).toHaveLength(2);
    expect(dataset.testReady()).toBe(false);
  });

  test('is no unhandled rejection when nobody awaits it', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const { dataset, failures } = await open(serve({ 'train-00.shard': notFound }).request);
    void dataset.whenTrainReady(1);
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('whose label is no class is refused', async () => {
    const server = serve({}, (manifest) => ({ ...manifest, classNames: ['a', 'b'] }));
    const { dataset } = await open(server.request);
    await expect(dataset.whenTestReady()).rejects.toMatchObject({ kind: 'format', shard: 'test-00.shard' });
  });

  test('whose sample count is not what the manifest says is refused', async () => {
    const server = serve({}, (manifest) => {
      const [first, ...rest] = manifest.test.shards;
      const shards = first ? [{ ...first, count: 6 }, ...rest] : rest;
      return { ...manifest, test: { count: 6, shards } };
    });
    const { dataset } = await open(server.request);
    await expect(dataset.whenTestReady()).rejects.toThrow('holds 40 bytes where the manifest says 48');
  });
});

describe('a manifest that cannot be used', () => {
  test.each([
    ['missing', notFound, 'missing'],
    ['a page of HTML', html, 'missing'],
    ['not JSON', () => new Response('{'), 'format'],
    ['JSON of another kind', () => new Response('{"id": 3}'), 'format'],
    ['out of reach', offline, 'network'],
  ] as [string, Answer, string][])('because it is %s is named', async (_, answer, kind) => {
    const opening = open(serve({ 'manifest.json': answer }).request);
    await expect(opening).rejects.toMatchObject({ shard: 'manifest.json', kind });
    await expect(opening).rejects.toThrow('manifest.json');
  });

  test('because its counts do not add up is named', async () => {
    const server = serve({}, (manifest) => ({ ...manifest, train: { ...manifest.train, count: 12 } }));
    await expect(open(server.request)).rejects.toThrow('says 12 train samples but lists 11');
  });
});

describe('disposing of a data set', () => {
  test('aborts the fetches and rejects those who wait, without reporting a failure', async () => {
    const never: Answer = (_bytes, _attempt, signal) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    const server = serve({ 'train-00.shard': never });
    const { dataset, failures } = await open(server.request);
    const waiting = dataset.whenTrainReady(1);
    dataset.dispose();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(dataset.whenTestReady()).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(failures).toEqual([]);
    expect(server.requests.filter((each) => each.file === 'train-00.shard')).toHaveLength(1);
  });
});

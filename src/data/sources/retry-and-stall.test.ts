import { describe, expect, test, vi } from 'vitest';
import type { Manifest } from '../../core/samples/manifest';
import { ShardError } from './shard-error';
import { latest, open } from './testing/opened-dataset';
import { notFound, offline, pixel, serve, size, type Answer } from './testing/served-dataset';

describe('a manifest that was wrong', () => {
  const spoilt = (manifest: Manifest): Manifest => {
    const shards = manifest.train.shards.map((shard, index) =>
      index === 1 ? { ...shard, sha256: '0'.repeat(64) } : shard,
    );
    return { ...manifest, train: { ...manifest.train, shards } };
  };

  test('is read again by retry: a corrected checksum is enough', async () => {
    const server = serve({}, spoilt);
    const { dataset, failures } = await open(server.request);
    await expect(dataset.whenTrainReady(11)).rejects.toMatchObject({ failure: { code: 'data.checksum' } });
    server.replaceManifest(server.manifest);
    dataset.retry();
    await dataset.whenTrainReady(11);
    expect([...dataset.train.values]).toEqual(Array.from({ length: 11 * size }, (_, at) => pixel(at)));
    expect(dataset.manifest).toEqual(server.manifest);
    expect(failures).toHaveLength(1);
    const files = server.requests.map(({ file }) => file);
    expect(files.filter((file) => file === 'manifest.json')).toHaveLength(2);
    expect(files.filter((file) => file === 'train-00.shard')).toHaveLength(1);
  });

  test('has the files that loaded fetched again where it now states another checksum for them', async () => {
    const server = serve({ 'train-01.shard': notFound });
    const { dataset, progress } = await open(server.request);
    await expect(dataset.whenTrainReady(11)).rejects.toBeInstanceOf(ShardError);
    await vi.waitFor(() => expect(latest(progress)?.shardsLoaded).toBe(3));
    delete server.answers['train-01.shard'];
    const brighter = server.replaceShard('train-00.shard', 200);
    dataset.retry();
    await vi.waitFor(() => expect(latest(progress)?.shardsLoaded).toBe(4));
    expect(brighter.train.shards[0]).not.toEqual(server.manifest.train.shards[0]);
    expect([...dataset.train.values.slice(0, 4 * size)]).toEqual(new Array(4 * size).fill(200));
    expect(dataset.train.values[4 * size]).toBe(pixel(4 * size));
  });

  test('that now describes other data is refused, and says that the page must be reloaded', async () => {
    const server = serve({ 'train-01.shard': notFound });
    const { dataset, failures } = await open(server.request);
    await dataset.whenTrainReady(4);
    await expect(dataset.whenTrainReady(11)).rejects.toBeInstanceOf(ShardError);
    server.replaceManifest({ ...server.manifest, sampleShape: [3, 2, 1] });
    dataset.retry();
    await expect(dataset.whenTrainReady(11)).rejects.toMatchObject({ failure: { code: 'data.changed' } });
    expect(failures.map(({ failure }) => failure).at(-1)).toEqual({
      code: 'data.changed',
      file: 'manifest.json',
    });
    expect(dataset.trainReady()).toBe(4);
  });

  test('that cannot be read again is reported, and retry can be pressed once more', async () => {
    const server = serve({ 'train-01.shard': notFound });
    const { dataset, failures } = await open(server.request);
    await expect(dataset.whenTrainReady(11)).rejects.toBeInstanceOf(ShardError);
    server.answers['manifest.json'] = offline;
    dataset.retry();
    await expect(dataset.whenTrainReady(11)).rejects.toMatchObject({
      failure: { file: 'manifest.json', code: 'data.unreachable' },
    });
    expect(failures).toHaveLength(2);
    server.answers = {};
    dataset.retry();
    await dataset.whenTrainReady(11);
  });
});

describe('a transfer that stalls', () => {
  /** Sends this many bytes, and then nothing, until it is ended. */
  const stallAfter =
    (count: number): Answer =>
    (bytes, _attempt, signal) =>
      new Response(
        new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(bytes.subarray(0, count));
            signal?.addEventListener('abort', () => controller.error(signal.reason));
          },
        }),
      );
  const silent: Answer = (_bytes, _attempt, signal) =>
    new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

  test.each([
    ['before the answer', silent],
    ['half-way', stallAfter(20)],
  ])('%s is tried again and then reported with the time that was waited', async (_, answer) => {
    const server = serve({ 'train-01.shard': answer });
    const { dataset, failures } = await open(server.request, { stallMs: 20 });
    await expect(dataset.whenTrainReady(11)).rejects.toMatchObject({
      failure: { code: 'data.stalled', file: 'train-01.shard', seconds: 0.02 },
    });
    expect(failures).toHaveLength(1);
    expect(server.requests.filter(({ file }) => file === 'train-01.shard')).toHaveLength(3);
  });
});

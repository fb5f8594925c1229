import { expect, test } from 'vitest';
import { generatedFacts } from '../../../catalog/datasets/generated';
import { manifestSchema } from '../../../core/samples/manifest';
import { hasOtherHash } from '../../checksum';
import { openDataset } from '../load-dataset';
import { generatedSource } from './generated-source';

const attempt = () => ({ signal: new AbortController().signal, stallMs: 1000, isAgain: false });
const options = { onProgress: () => undefined, onFailure: () => undefined };

test('opens through the same door as a served data set, whole, in [0, 1] but for a few values', async () => {
  const dataset = await openDataset(generatedSource('mnist1d'), options);
  await Promise.all([dataset.whenTrainReady(4000), dataset.whenTestReady()]);
  const { train, test: tested, manifest } = dataset;
  expect(manifestSchema.parse(manifest)).toEqual(manifest);
  expect([train.count, tested.count]).toEqual([4000, 1000]);
  expect(train.classNames).toEqual(generatedFacts.mnist1d.classNames);
  expect(new Set(tested.labels).size).toBe(10);
  const outside = [...train.values].filter((value) => value < 0 || value > 1).length;
  expect(outside / train.values.length).toBeLessThan(0.002);
  // In its own units it is standardised.
  const [least, greatest] = manifest.valueRange;
  const mean = [...train.values].reduce((sum, value) => sum + value, 0) / train.values.length;
  expect(least + mean * (greatest - least)).toBeCloseTo(0, 1);
});

test('a shard is what its checksum says, and is not made a second time', async () => {
  const source = generatedSource('mnist1d');
  const manifest = await source.manifest(attempt());
  expect(await source.manifest(attempt())).toBe(manifest);
  const [shard] = manifest.test.shards;
  const wanted = { shard: shard!, place: 1, unpackedBytes: shard!.bytes, onBytes: () => undefined };
  const bytes = await source.shard(wanted, attempt());
  expect(bytes.length).toBe(shard!.bytes);
  expect(await hasOtherHash(bytes as Uint8Array<ArrayBuffer>, shard!.sha256)).toBe(false);
  expect(await source.shard(wanted, attempt())).toBe(bytes);
});

test('stops when it is no longer wanted, and can be asked again', async () => {
  const source = generatedSource('mnist1d');
  const controller = new AbortController();
  const making = source.manifest({ ...attempt(), signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(making).rejects.toThrow('enough');
  expect((await source.manifest(attempt())).train.count).toBe(4000);
});

// The first digits of MNIST as a person's own data set: enough to compare two programs by, in a tenth of the time.
import type { OwnDatasetId } from '../../src/core/experiment/dataset-id';
import type { Manifest, Shard } from '../../src/core/samples/manifest';
import type { OwnDataset } from '../../src/core/samples/own-dataset';
import type { Samples } from '../../src/core/samples/samples';
import type { DatasetSource } from '../../src/data/sources/dataset-source';
import { openDataset } from '../../src/data/sources/load-dataset';
import { sha256 } from '../../src/data/sha256';

export const fewDigitsId: OwnDatasetId = 'own:00000000000d1915';
const counts = { train: 6000, test: 1000 };

export async function fewDigits(source: DatasetSource): Promise<OwnDataset> {
  const opened = await openDataset(source, { onProgress: () => undefined, onFailure: () => undefined });
  await Promise.all([opened.whenTrainReady(counts.train), opened.whenTestReady()]);
  const train = bytesOf(opened.train, counts.train);
  const test = bytesOf(opened.test, counts.test);
  const { classNames, sampleShape } = opened.manifest;
  opened.dispose();
  const manifest: Manifest = {
    ...{ id: fewDigitsId, name: 'Few digits', licence: '', attribution: '', classNames, sampleShape },
    ...{ values: 'uint8', valueRange: [0, 255] },
    train: { count: counts.train, shards: [await describe('train', counts.train, train)] },
    test: { count: counts.test, shards: [await describe('test', counts.test, test)] },
  };
  return { manifest, shards: [new Blob([train]), new Blob([test])] };
}

/** A shard: values, then labels. */
function bytesOf({ values, labels, shape }: Samples, count: number): Uint8Array<ArrayBuffer> {
  const size = shape.reduce((product, side) => product * side, 1);
  const bytes = new Uint8Array(count * (size + 2));
  bytes.set(values.subarray(0, count * size));
  bytes.set(new Uint8Array(labels.slice(0, count).buffer), count * size);
  return bytes;
}

async function describe(part: string, count: number, bytes: Uint8Array<ArrayBuffer>): Promise<Shard> {
  return { file: `${part}.shard`, count, bytes: bytes.length, sha256: await sha256(bytes) };
}

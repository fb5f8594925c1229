// Signals that the page has computed, in the form in which a data set is handed to the workers.
import type { Manifest, Shard } from '../../core/samples/manifest';
import type { OwnDataset } from '../../core/samples/own-dataset';
import { sampleSize } from '../../core/samples/samples';
import { sha256 } from '../sha256';

/** What is said of a data set, without its samples. */
export type DatasetFacts = Pick<
  Manifest,
  'id' | 'name' | 'licence' | 'attribution' | 'sampleShape' | 'valueRange' | 'windows'
>;

/** Large enough that a data set has few of them. */
const shardBytes = 8 * 2 ** 20;

/**
 * A data set of floats without classes.
 * @param train `[count, ...sampleShape]`, scaled so that `valueRange` is [0, 1]; values may lie outside
 * @param test the same
 */
export async function floatDataset(
  facts: DatasetFacts,
  train: Float32Array,
  test: Float32Array,
): Promise<OwnDataset> {
  const size = sampleSize(facts.sampleShape);
  const blobs: Blob[] = [];
  const writeSplit = async (part: string, values: Float32Array) => {
    const shards: Shard[] = [];
    const count = values.length / size;
    const perShard = Math.max(1, Math.floor(shardBytes / (4 * size + 2)));
    for (let first = 0; first < count; first += perShard) {
      const some = values.subarray(first * size, Math.min(count, first + perShard) * size);
      const inShard = some.length / size;
      // Values, then a label of 0 for each sample. Typed arrays are little-endian wherever browsers run.
      const bytes = new Uint8Array(inShard * (4 * size + 2));
      new Float32Array(bytes.buffer, 0, some.length).set(some);
      const file = `${part}-${shards.length}.shard`;
      shards.push({ file, count: inShard, bytes: bytes.length, sha256: await sha256(bytes) });
      blobs.push(new Blob([bytes]));
    }
    return { count, shards };
  };
  const manifest: Manifest = {
    ...facts,
    values: 'float32',
    classNames: [],
    train: await writeSplit('train', train),
    test: await writeSplit('test', test),
  };
  return { manifest, shards: blobs };
}

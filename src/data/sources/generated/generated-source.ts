// A data set that is made here, by a published generator, instead of being read: the same seed gives the same samples. Made when
// its manifest is first asked for, which takes a few seconds at most.
import { generatedFacts } from '../../../catalog/datasets/generated';
import { pause } from '../../../core/browser/pause';
import type { GeneratedDatasetId } from '../../../core/experiment/dataset-id';
import type { Manifest, Shard } from '../../../core/samples/manifest';
import { sampleSize } from '../../../core/samples/samples';
import { robustRange } from '../../robust-range';
import { sha256 } from '../../sha256';
import type { DatasetSource } from '../dataset-source';
import { ShardError } from '../shard-error';
import type { GeneratedSamples, Generator } from './generator';
import { heartbeats } from './heartbeats/heartbeats';
import { mnist1d } from './mnist1d/mnist1d';

const generators: Readonly<Record<GeneratedDatasetId, Generator>> = { heartbeats, mnist1d };

interface Made {
  readonly manifest: Manifest;
  /** One for the training set, one for the test set. */
  readonly shards: readonly Uint8Array<ArrayBuffer>[];
}

/** What it has made stays for the next time that it is opened. */
export function generatedSource(id: GeneratedDatasetId): DatasetSource {
  let made: Promise<Made> | null = null;
  return {
    async manifest({ signal }) {
      made ??= makeDataset(id, async () => {
        await pause();
        signal.throwIfAborted();
      });
      try {
        return (await made).manifest;
      } catch (error) {
        made = null;
        throw error;
      }
    },
    async shard({ shard, place, onBytes }) {
      const bytes = (await made)?.shards[place];
      if (!bytes) throw new ShardError({ code: 'data.unusable', file: shard.file });
      onBytes(bytes.length);
      return bytes;
    },
  };
}

/** Makes the whole set and scales it by the robust range of its training set. */
async function makeDataset(id: GeneratedDatasetId, breathe: () => Promise<void>): Promise<Made> {
  const { name, licence, attribution, sampleShape, classNames, trainCount, testCount } = generatedFacts[id];
  const { values, labels } = await generators[id].make(trainCount + testCount, breathe);
  const size = sampleSize(sampleShape);
  const [least, greatest] = robustRange(values.subarray(0, trainCount * size));
  const scaled = values.map((value) => (value - least) / (greatest - least));
  const samples = { values: scaled, labels };
  const train = shardBytes(samples, 0, trainCount, size);
  const test = shardBytes(samples, trainCount, trainCount + testCount, size);
  const manifest: Manifest = {
    id,
    name,
    licence,
    attribution,
    sampleShape: [...sampleShape],
    values: 'float32',
    valueRange: [least, greatest],
    classNames: [...classNames],
    train: { count: trainCount, shards: [await describe('train', trainCount, train)] },
    test: { count: testCount, shards: [await describe('test', testCount, test)] },
  };
  return { manifest, shards: [train, test] };
}

/** Values, then labels as 16-bit integers. Typed arrays are little-endian wherever browsers run. */
function shardBytes(
  { values, labels }: GeneratedSamples,
  from: number,
  to: number,
  size: number,
): Uint8Array<ArrayBuffer> {
  const count = to - from;
  const bytes = new Uint8Array(count * (size * 4 + 2));
  new Float32Array(bytes.buffer, 0, count * size).set(values.subarray(from * size, to * size));
  new Uint16Array(bytes.buffer, count * size * 4).set(labels.subarray(from, to));
  return bytes;
}

async function describe(part: string, count: number, bytes: Uint8Array<ArrayBuffer>): Promise<Shard> {
  return { file: `${part}.generated`, count, bytes: bytes.length, sha256: await sha256(bytes) };
}

// Writes a draft out as a data set: shards, their checksums, and the manifest.
import type { OwnDatasetId } from '../../../core/experiment/dataset-id';
import type { ImportProgress, OwnDataset } from '../../../core/import/import-api';
import type { Manifest, Shard } from '../../../core/samples/manifest';
import { sampleSize } from '../../../core/samples/samples';
import { createBreather, type Breather } from '../breather';
import type { Draft } from '../draft/draft';
import { sha256 } from '../../sha256';

/** Large enough that a data set has few of them, small enough to be held twice. */
const shardBytes = 8 * 2 ** 20;

/**
 * The id follows from the samples' shape and stored values, their labels and the split, not from names: it is taken from the
 * SHA-256 over the form of the data and the checksums of the shards of either set.
 */
export async function makeDataset(
  draft: Draft,
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<{ id: OwnDatasetId; dataset: OwnDataset }> {
  const { choices, encoding, raw, split } = draft;
  const breathe = createBreather(signal);
  let saved = 0;
  const onSample = () => onProgress({ stage: 'saving', done: ++saved, total: raw.count, unit: 'samples' });
  const train = await writeShards(draft, 'train', breathe, onSample);
  const test = await writeShards(draft, 'test', breathe, onSample);
  const checksums = (shards: readonly Written[]) => shards.map(({ shard }) => shard.sha256);
  const form = { shape: raw.shape, values: encoding.values };
  const content = JSON.stringify([form, checksums(train), checksums(test)]);
  const digest = await sha256(new TextEncoder().encode(content));
  const id: OwnDatasetId = `own:${digest.slice(0, 16)}`;
  const manifest: Manifest = {
    id,
    name: choices.name,
    licence: '',
    attribution: '',
    sampleShape: [...raw.shape],
    values: encoding.values,
    valueRange: [...encoding.valueRange],
    ...(encoding.placeRanges && {
      placeRanges: encoding.placeRanges.map(([least, greatest]) => [least, greatest]),
    }),
    ...(raw.series && { windows: raw.series.windows }),
    classNames: [...raw.classNames],
    train: { count: split.train.length, shards: train.map(({ shard }) => shard) },
    test: { count: split.test.length, shards: test.map(({ shard }) => shard) },
  };
  return { id, dataset: { manifest, shards: [...train, ...test].map(({ blob }) => blob) } };
}

interface Written {
  readonly shard: Shard;
  readonly blob: Blob;
}

async function writeShards(
  draft: Draft,
  part: 'train' | 'test',
  breathe: Breather,
  onSample: () => void,
): Promise<Written[]> {
  const order = draft.split[part];
  const valueBytes = sampleSize(draft.raw.shape) * (draft.encoding.values === 'uint8' ? 1 : 4);
  const perShard = Math.max(1, Math.floor(shardBytes / (valueBytes + 2)));
  const written: Written[] = [];
  for (let start = 0; start < order.length; start += perShard) {
    const indices = order.subarray(start, start + perShard);
    const bytes = await writeShard(draft, indices, valueBytes, breathe, onSample);
    const shard: Shard = {
      file: `${part}-${written.length}.shard`,
      count: indices.length,
      bytes: bytes.length,
      sha256: await sha256(bytes),
    };
    written.push({ shard, blob: new Blob([bytes]) });
  }
  return written;
}

/** Values, then labels as little-endian 16-bit integers. Typed arrays are little-endian wherever browsers run. */
async function writeShard(
  { raw, encoding }: Draft,
  indices: Uint32Array,
  valueBytes: number,
  breathe: Breather,
  onSample: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(indices.length * (valueBytes + 2));
  const labels = new DataView(bytes.buffer, indices.length * valueBytes);
  const sample = new Float32Array(sampleSize(raw.shape));
  for (const [place, index] of indices.entries()) {
    const at = place * valueBytes;
    const stored =
      encoding.values === 'uint8'
        ? bytes.subarray(at, at + valueBytes)
        : new Float32Array(bytes.buffer, at, sample.length);
    raw.read(index, sample);
    encoding.encode(sample, stored);
    labels.setUint16(place * 2, raw.labels?.[index] ?? 0, true);
    onSample();
    await breathe();
  }
  return bytes;
}

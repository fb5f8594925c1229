// For tests only: a data set of a person's own, made of arrays, as an import makes it.
import { hexadecimal } from '../../checksum';
import type { OwnDatasetId } from '../../../core/experiment/dataset-id';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import type { Manifest, Shard } from '../../../core/samples/manifest';
import type { SeriesWindows } from '../../../core/samples/series/series-windows';
import { sampleSize, type SampleShape } from '../../../core/samples/samples';

export interface MadeSplit {
  /** `[count, ...shape]`; bytes, or floats in [0, 1]. */
  readonly values: Uint8Array | Float32Array;
  /** Class indices, `[count]`; all 0 where they are left out. */
  readonly labels?: Uint16Array;
}

interface Making {
  readonly id: OwnDatasetId;
  readonly shape: SampleShape;
  readonly train: MadeSplit;
  readonly test: MadeSplit;
  /** None where they are left out: the samples have no labels. */
  readonly classNames?: readonly string[];
  /** Samples in a shard. */
  readonly perShard?: number;
  /** Where the samples lie in the recordings that they were cut from. */
  readonly windows?: SeriesWindows;
}

export async function makeOwnDataset({
  id,
  shape,
  train,
  test,
  classNames = [],
  perShard = 40,
  windows,
}: Making): Promise<OwnDataset> {
  const shards: Blob[] = [];
  const split = async (name: string, { values, labels }: MadeSplit): Promise<Manifest['train']> => {
    const size = sampleSize(shape);
    const count = values.length / size;
    const stated: Shard[] = [];
    for (let start = 0; start < count; start += perShard) {
      const end = Math.min(start + perShard, count);
      const classes = labels?.slice(start, end) ?? new Uint16Array(end - start);
      const bytes = new Uint8Array(
        await new Blob([values.slice(start * size, end * size), classes]).arrayBuffer(),
      );
      shards.push(new Blob([bytes]));
      stated.push({
        file: `${name}-${stated.length}`,
        count: end - start,
        bytes: bytes.length,
        sha256: hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
      });
    }
    return { count, shards: stated };
  };
  const manifest: Manifest = {
    id,
    name: 'Made up',
    licence: '',
    attribution: '',
    sampleShape: [...shape],
    values: train.values instanceof Uint8Array ? 'uint8' : 'float32',
    valueRange: [0, 1],
    ...(windows && { windows }),
    classNames: [...classNames],
    train: await split('train', train),
    test: await split('test', test),
  };
  return { manifest, shards };
}

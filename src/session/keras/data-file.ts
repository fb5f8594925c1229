// The data of any data set as one NPZ file, for a Keras script that has no other way to them.
import { bytesPerValue, type Manifest } from '../../core/samples/manifest';
import { sampleSize } from '../../core/samples/samples';
import { exportNpz } from '../../data/import/own-dataset/export-npz';
import type { Attempt, DatasetSource } from '../../data/sources/dataset-source';

const stallMs = 15_000;
const labelBytes = 2;

/**
 * `x_train`, `y_train`, `x_test`, `y_test` and what brings them to the playground's scale, in the data's own units. The pixels of a
 * data set beside the page, which are bytes, stay bytes.
 * @param source of the data set; it is read anew
 * @throws ShardError that names the file which could not be read; the signal's reason
 */
export async function dataFile(source: DatasetSource, signal: AbortSignal): Promise<Blob> {
  const attempt: Attempt = { signal, stallMs, isAgain: false };
  const manifest = await source.manifest(attempt);
  const size = sampleSize(manifest.sampleShape) * bytesPerValue(manifest) + labelBytes;
  const shards: Blob[] = [];
  for (const [place, shard] of [...manifest.train.shards, ...manifest.test.shards].entries()) {
    const wanted = { shard, place, unpackedBytes: shard.count * size, onBytes: () => undefined };
    shards.push(new Blob([(await source.shard(wanted, attempt)) as Uint8Array<ArrayBuffer>]));
  }
  return exportNpz({ manifest: inBytes(manifest), shards });
}

/** A byte of a prepared data set means byte / 255; as a number of the file it is the byte. */
function inBytes(manifest: Manifest): Manifest {
  const [least, greatest] = manifest.valueRange;
  const isPrepared = manifest.values === 'uint8' && least === 0 && greatest === 1;
  return isPrepared && !manifest.id.startsWith('own:') ? { ...manifest, valueRange: [0, 255] } : manifest;
}

// A data set of a person's own as a NumPy archive: `x_train`, `y_train`, `x_test`, `y_test`, `class_names`; of a signal its
// `value_range`, where each place was scaled by itself `place_ranges`, and of windows `windows_json`: all in the data's own units.
// Imported again, it becomes the same data set with the same id.
import { Zip, ZipPassThrough } from 'fflate';
import type { OwnDataset } from '../../../core/import/import-api';
import type { Manifest } from '../../../core/samples/manifest';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import { rangeAt } from '../../../core/samples/value-units';
import { exportNames } from '../arrays/name-hint';
import { npyHeader, npyText } from '../../../core/formats/npy';

/** Stored without compression, as `numpy.savez` does. */
export async function exportNpz({ manifest, shards }: OwnDataset): Promise<Blob> {
  const parts: BlobPart[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    // Shards are let go of one by one: the archive is never in memory as a whole.
    parts.push(new Blob([chunk]));
  });
  const trainShards = manifest.train.shards.length;
  await addSplit(archive, manifest, 'train', shards.slice(0, trainShards));
  await addSplit(archive, manifest, 'test', shards.slice(trainShards));
  if (manifest.classNames.length > 0) {
    const file = openEntry(archive, 'class_names');
    file.push(npyText(manifest.classNames), true);
  }
  if (manifest.placeRanges) {
    const file = openEntry(archive, exportNames.placeRanges);
    file.push(npyHeader('<f4', [manifest.placeRanges.length, 2]));
    file.push(bytesOf(Float32Array.from(manifest.placeRanges.flat())), true);
  } else if (manifest.values === 'float32' && sampleKind(manifest.sampleShape) === 'signal') {
    const file = openEntry(archive, exportNames.valueRange);
    file.push(npyHeader('<f4', [2]));
    file.push(bytesOf(Float32Array.from(manifest.valueRange)), true);
  }
  if (manifest.windows) {
    const { recordings, ...facts } = manifest.windows;
    const file = openEntry(archive, exportNames.windows);
    file.push(npyText([facts, ...recordings].map((each) => JSON.stringify(each))), true);
  }
  archive.end();
  return new Blob(parts, { type: 'application/zip' });
}

async function addSplit(
  archive: Zip,
  manifest: Manifest,
  part: 'train' | 'test',
  shards: readonly Blob[],
): Promise<void> {
  const { count } = manifest[part];
  const size = sampleSize(manifest.sampleShape);
  const valueBytes = manifest.values === 'uint8' ? 1 : 4;
  const inUnits = unitsOf(manifest);
  const labels: Uint8Array<ArrayBuffer>[] = [];
  const values = openEntry(archive, `x_${part}`);
  values.push(npyHeader(inUnits.dtype, [count, ...manifest.sampleShape]));
  for (const [index, shard] of shards.entries()) {
    const bytes = new Uint8Array(await shard.arrayBuffer());
    const end = (manifest[part].shards[index]?.count ?? 0) * size * valueBytes;
    values.push(inUnits.convert(bytes.slice(0, end)), index === shards.length - 1);
    labels.push(bytes.slice(end));
  }
  if (manifest.classNames.length === 0) return;
  const file = openEntry(archive, `y_${part}`);
  file.push(npyHeader('<u2', [count]));
  for (const [index, bytes] of labels.entries()) file.push(bytes, index === labels.length - 1);
}

function openEntry(archive: Zip, name: string): ZipPassThrough {
  const entry = new ZipPassThrough(`${name}.npy`);
  archive.add(entry);
  return entry;
}

interface Units {
  readonly dtype: '|u1' | '<f4';
  readonly convert: (stored: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

function unitsOf(manifest: Manifest): Units {
  const { values, valueRange } = manifest;
  if (values === 'float32') {
    const size = sampleSize(manifest.sampleShape);
    return {
      dtype: '<f4',
      convert: (stored) =>
        bytesOf(
          new Float32Array(stored.buffer).map((share, index) => {
            const [least, greatest] = rangeAt(manifest, index % size);
            return greatest > least ? toUnits(share, least, greatest - least) : least;
          }),
        ),
    };
  }
  const [least, greatest] = valueRange;
  const range = greatest - least;
  const step = range / 255;
  if (least >= 0 && greatest <= 255 && Number.isInteger(least)) {
    return { dtype: '|u1', convert: (stored) => stored.map((byte) => Math.round(least + byte * step)) };
  }
  return {
    dtype: '<f4',
    convert: (stored) => bytesOf(Float32Array.from(stored, (byte) => Math.round(least + byte * step))),
  };
}

function bytesOf(values: Float32Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(values.buffer);
}

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);
/** How many neighbouring floats are tried. */
const mostSteps = 8;

/**
 * A 32-bit float that an import brings back to exactly `share`: least + share * range, or one of its nearest neighbours. There
 * is one, because `share` was computed from one.
 */
function toUnits(share: number, least: number, range: number): number {
  const comesBack = (value: number) => Math.fround((value - least) / range) === share;
  const nearest = Math.fround(least + share * range);
  if (comesBack(nearest)) return nearest;
  for (let steps = 1; steps <= mostSteps; steps++) {
    for (const direction of [steps, -steps]) {
      float[0] = nearest;
      bits[0]! += direction;
      if (comesBack(float[0])) return float[0];
    }
  }
  return nearest;
}

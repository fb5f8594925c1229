// Which training images are nearest to given images: whether a sample is something new or a copy.
import type { NearestImages } from '../core/analysis-api';
import { sampleSize, valueScale, type Samples } from '../core/samples';
import { NearestList } from './nearest-list';
import { pause } from './pause';

/** Pixels that are added up before a training image is given up as too far. */
const pixelsAtOnce = 56;

/**
 * The `count` training images nearest to each of `images` `[n, D]`, pixels in [0, 1], by Euclidean distance; all training
 * images are looked at.
 */
export async function nearestTraining(
  train: Samples,
  images: Float32Array,
  count: number,
): Promise<NearestImages> {
  const size = sampleSize(train.shape);
  const scale = valueScale(train);
  const asked = Math.floor(images.length / size);
  const found = Math.min(count, train.count);
  const result: NearestImages = {
    indices: new Uint32Array(asked * found),
    labels: new Uint16Array(asked * found),
    mse: new Float32Array(asked * found),
    images: new Float32Array(asked * found * size),
  };
  for (let image = 0; image < asked; image++) {
    await pause();
    // In the units of the stored values, so that these need no conversion.
    const wanted = images.subarray(image * size, (image + 1) * size).map((pixel) => pixel / scale);
    const list = nearestTo(wanted, train, found);
    list.indices.forEach((index, rank) => {
      const place = image * found + rank;
      result.indices[place] = index;
      result.labels[place] = train.labels[index] ?? 0;
      result.mse[place] = ((list.distances[rank] ?? 0) * scale * scale) / size;
      const stored = train.values.subarray(index * size, (index + 1) * size);
      result.images.set(
        Float32Array.from(stored, (value) => value * scale),
        place * size,
      );
    });
  }
  return result;
}

function nearestTo(wanted: Float32Array, { values, count }: Samples, found: number): NearestList {
  const size = wanted.length;
  const list = new NearestList(found);
  for (let index = 0; index < count; index++) {
    let distance = 0;
    for (let first = 0; first < size && distance < list.farthest; first += pixelsAtOnce) {
      const end = Math.min(size, first + pixelsAtOnce);
      for (let pixel = first; pixel < end; pixel++) {
        const difference = (wanted[pixel] ?? 0) - (values[index * size + pixel] ?? 0);
        distance += difference * difference;
      }
    }
    list.offer(index, distance);
  }
  return list;
}

// The training images nearest to given images: shows whether a generated sample is new or a copy.
import type { NearestImages } from '../../core/analysis-api';
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import { NearestList } from './nearest-list';
import { pause } from '../../core/browser/pause';

/** Pixels summed before the next check whether a training image is already too far. */
const pixelsAtOnce = 56;

/**
 * The `count` training images nearest to each of `images` `[n, D]`, pixels in [0, 1], by Euclidean distance. Searches every
 * image that is trained on.
 * @param picked their indices; null for all of the training set
 */
export async function nearestTraining(
  { train, picked }: { train: Samples; picked: Uint32Array | null },
  images: Float32Array,
  count: number,
): Promise<NearestImages> {
  const size = sampleSize(train.shape);
  const scale = valueScale(train);
  const asked = Math.floor(images.length / size);
  const found = Math.min(count, picked?.length ?? train.count);
  const result: NearestImages = {
    indices: new Uint32Array(asked * found),
    labels: new Uint16Array(asked * found),
    mse: new Float32Array(asked * found),
    images: new Float32Array(asked * found * size),
  };
  for (let image = 0; image < asked; image++) {
    await pause();
    // Convert the image to stored units instead of converting every training image.
    const wanted = images.subarray(image * size, (image + 1) * size).map((pixel) => pixel / scale);
    const list = nearestTo(wanted, train, picked, found);
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

function nearestTo(
  wanted: Float32Array,
  { values, count: all }: Samples,
  picked: Uint32Array | null,
  found: number,
): NearestList {
  const size = wanted.length;
  const list = new NearestList(found);
  const count = picked?.length ?? all;
  for (let place = 0; place < count; place++) {
    const index = picked === null ? place : (picked[place] ?? 0);
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

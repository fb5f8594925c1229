// The manifest of a prepared data set: `scripts/` writes it under `public/data/<id>/`, the worker reads it.
import { z } from '../browser/zod';
import { seriesWindowsSchema } from './series/series-windows';

const shardSchema = z.object({
  /** File name beside the manifest. */
  file: z.string().check(z.regex(/^[\w.-]+$/)),
  /** Samples in the shard. */
  count: z.int().check(z.positive()),
  /** Size of the gzipped file. */
  bytes: z.int().check(z.positive()),
  /** SHA-256 of the gzipped file, lower-case hexadecimal. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

const splitSchema = z.object({
  count: z.int().check(z.positive()),
  shards: z.array(shardSchema).check(z.minLength(1)),
});

/**
 * `public/data/<id>/manifest.json`. A shard, once gunzipped, is `count * sampleSize` values followed by `count` class indices
 * as little-endian 16-bit integers.
 */
export const manifestSchema = z.object({
  id: z.string(),
  name: z.string(),
  licence: z.string(),
  attribution: z.string(),
  sampleShape: z.array(z.int().check(z.positive())).check(z.minLength(1)),
  /** How a shard holds values: bytes, or 32-bit floats, little-endian: in [0, 1], of signals also outside of it. */
  values: z._default(z.enum(['uint8', 'float32']), 'uint8'),
  /** What the values 0 and 1 of a sample stand for, in the data's own units. */
  valueRange: z._default(z.tuple([z.number(), z.number()]), [0, 1]),
  /** The same for each place in a sample, where every place was scaled by itself; `valueRange` is [0, 1] then. */
  placeRanges: z.optional(z.array(z.tuple([z.number(), z.number()]))),
  /** Where the samples lie in the recordings that they were cut from. */
  windows: z.optional(seriesWindowsSchema),
  /** Empty where the samples have no labels; every label is 0 then. */
  classNames: z.array(z.string()),
  train: splitSchema,
  test: splitSchema,
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Shard = z.infer<typeof shardSchema>;

/** Size of one value in a shard. */
export function bytesPerValue({ values }: Pick<Manifest, 'values'>): number {
  return values === 'float32' ? 4 : 1;
}

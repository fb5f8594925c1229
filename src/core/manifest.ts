// The manifest of a prepared data set: what `scripts/` writes under `public/data/<id>/` and the worker reads.
import { z } from 'zod';

const shardSchema = z.object({
  /** File name beside the manifest. */
  file: z.string().regex(/^[\w.-]+$/),
  /** Samples in the shard. */
  count: z.int().positive(),
  /** Size of the gzipped file. */
  bytes: z.int().positive(),
  /** SHA-256 of the gzipped file, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const splitSchema = z.object({ count: z.int().positive(), shards: z.array(shardSchema).min(1) });

/**
 * `public/data/<id>/manifest.json`. A shard, once gunzipped, is `count * sampleSize` bytes of pixels
 * followed by `count` class indices as little-endian 16-bit integers.
 */
export const manifestSchema = z.object({
  id: z.string(),
  name: z.string(),
  licence: z.string(),
  attribution: z.string(),
  sampleShape: z.array(z.int().positive()).min(1),
  classNames: z.array(z.string()).min(1),
  train: splitSchema,
  test: splitSchema,
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Shard = z.infer<typeof shardSchema>;

// A person's own data set, in the form in which it is kept, handed between threads and opened.
import type { Manifest } from './manifest';

/**
 * A manifest, and the bytes of its shards in the manifest's order, training set first. A shard is not gzipped: values, then
 * labels, as `manifestSchema` says.
 */
export interface OwnDataset {
  readonly manifest: Manifest;
  readonly shards: readonly Blob[];
}

// A person's own data set, or one that the page has made, in the form in which it is kept, handed between threads and opened.
import type { Manifest } from './manifest';

/**
 * A manifest, and the bytes of its shards in the manifest's order, training set first. A shard is not gzipped: values, then
 * labels, as `manifestSchema` says.
 */
export interface OwnDataset {
  readonly manifest: Manifest;
  readonly shards: readonly Blob[];
}

/**
 * How a worker gets a data set that the page makes. What is made stays with the page, so that asking again costs nothing.
 * @returns rejects with a CodedError<DataFailure> where it cannot be made; it is tried anew when it is asked for again
 */
export type AskPage = (id: string) => Promise<OwnDataset>;

// Where the bytes of a data set come from: the server, or the browser's own storage. One contract for all, so that whoever
// opens a data set does not know which it is.
import type { Manifest, Shard } from '../../core/samples/manifest';

/** One attempt to read a file. */
export interface Attempt {
  /** Ends the attempt, which then throws the signal's reason. */
  readonly signal: AbortSignal;
  /** How long nothing may come before the attempt counts as failed. */
  readonly stallMs: number;
  /** An earlier attempt failed, so nothing that is cached is to be trusted. */
  readonly isAgain: boolean;
}

/** Everything that fails is a ShardError that names the file, except an abort. */
export interface DatasetSource {
  readonly manifest: (attempt: Attempt) => Promise<Manifest>;
  /** Reads a shard, checks it against the manifest and unpacks it to `unpackedBytes` bytes. */
  readonly shard: (wanted: WantedShard, attempt: Attempt) => Promise<Uint8Array>;
}

export interface WantedShard {
  readonly shard: Shard;
  /** Its place among all shards of the manifest, those of the training set first. */
  readonly place: number;
  readonly unpackedBytes: number;
  /** Gets the number of bytes received so far, at most `shard.bytes`. */
  readonly onBytes: (loadedBytes: number) => void;
}

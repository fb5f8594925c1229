// Why a file of a data set could not be had, in a sentence a person can act on.

/**
 * - `missing`: the server does not have it (404, or a page of HTML in its place).
 * - `truncated`: fewer bytes arrived than the manifest says.
 * - `checksum`: its bytes are not those that were prepared.
 * - `network`: no answer, an answer broken off, or a server in trouble.
 * - `format`: the bytes arrived whole but do not hold what they should.
 */
export type ShardErrorKind = 'missing' | 'truncated' | 'checksum' | 'network' | 'format';

const remedies = {
  missing: 'run “npm start” again to prepare the data, then press Retry.',
  truncated: 'check the connection and press Retry.',
  checksum: 'press Retry; if it stays so, run “npm start” again to prepare the data.',
  network: 'check the connection and press Retry.',
  format: 'run “npm start” again to prepare the data, then press Retry.',
} satisfies Record<ShardErrorKind, string>;

/** A file of a data set could not be had. `message` is one sentence that names it and says what to do. */
export class ShardError extends Error {
  /** The file's name: `train-3.shard`, or `manifest.json`. */
  readonly shard: string;
  readonly kind: ShardErrorKind;

  /** `trouble` completes "The data file x …": `is not on the server`. */
  constructor(shard: string, kind: ShardErrorKind, trouble: string, options?: ErrorOptions) {
    super(`The data file ${shard} ${trouble}: ${remedies[kind]}`, options);
    this.name = 'ShardError';
    this.shard = shard;
    this.kind = kind;
  }
}

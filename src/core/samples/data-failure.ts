// Why a file of a data set is not usable.

/**
 * - `missing`: the server does not have it (404, or a page of HTML in its place).
 * - `truncated`: fewer bytes arrived than the manifest states.
 * - `checksum`: the bytes are not those that were prepared.
 * - `unreachable`, `server`, `interrupted`, `stalled`: no answer, an answer other than the file, an answer that broke off, or
 *   nothing at all for too long.
 * - `not-here`: a data set of a person's own that neither the browser keeps nor the page has lent.
 * - `damaged`: the browser's storage does not give back what was stored.
 * - `changed`: the server now has another data set, which does not go with the files that have loaded.
 * - `not-decodable`: a recording that this browser has no decoder for, or none at all.
 * - `not-json`, `bad-manifest`, `bad-count`, `not-gzip`, `wrong-size`, `bad-label`, `unusable`: the bytes arrived whole but do not hold what they should.
 */
export type DataFailure = { file: string } & (
  | { code: 'data.missing'; status?: number }
  | { code: 'data.truncated'; bytes: number; expected: number }
  | { code: 'data.checksum' }
  | { code: 'data.unreachable' }
  | { code: 'data.server'; status: number }
  | { code: 'data.interrupted' }
  | { code: 'data.stalled'; seconds: number }
  | { code: 'data.not-here' }
  | { code: 'data.damaged' }
  | { code: 'data.changed' }
  | { code: 'data.not-decodable' }
  | { code: 'data.not-json' }
  | { code: 'data.bad-manifest'; place: string; detail: string }
  /** The shards of a split hold another number of samples than the manifest states. */
  | { code: 'data.bad-count'; split: 'train' | 'test'; count: number; listed: number }
  | { code: 'data.not-gzip' }
  | { code: 'data.wrong-size'; bytes: number; expected: number }
  | { code: 'data.bad-label'; label: number; classes: number }
  | { code: 'data.unusable' }
);

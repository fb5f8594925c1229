// One checksum of a whole data set, from the checksums of its shards.
import type { Manifest } from '../core/samples/manifest';
import { sha256 } from './sha256';

/**
 * SHA-256 (64 lower-case hexadecimal digits) of what the samples are: their shape, how their values are held, and the SHA-256 of
 * every shard, in order. Names, licence and scale texts do not count. The same samples packed otherwise give another checksum.
 */
export function datasetChecksum({ sampleShape, values, train, test }: Manifest): Promise<string> {
  const sums = [train, test].map(({ shards }) => shards.map((shard) => shard.sha256));
  return sha256(new TextEncoder().encode(JSON.stringify([sampleShape, values, ...sums])));
}

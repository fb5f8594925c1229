// A data set that is already in the browser, as Blobs. Its shards are checked like files of a server, since a disk can fail too.
import { withinTime } from '../../../core/browser/time-limit';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import { hasOtherHash } from '../../checksum';
import type { DatasetSource } from '../dataset-source';
import { ShardError } from '../shard-error';

/** @param get rejects with a ShardError where there is none; not asked again after it has answered */
export function lentSource(get: () => Promise<OwnDataset>): DatasetSource {
  let dataset: OwnDataset | null = null;
  return {
    async manifest() {
      dataset ??= await get();
      return dataset.manifest;
    },
    async shard({ shard, place, unpackedBytes, onBytes }, { signal, stallMs }) {
      const { file } = shard;
      const blob = dataset?.shards[place];
      if (blob === undefined) throw new ShardError({ code: 'data.not-here', file });
      const bytes = await read(blob, file, stallMs);
      signal.throwIfAborted();
      if (
        bytes.length !== shard.bytes ||
        bytes.length !== unpackedBytes ||
        (await hasOtherHash(bytes, shard.sha256))
      ) {
        throw new ShardError({ code: 'data.damaged', file });
      }
      onBytes(bytes.length);
      return bytes;
    },
  };
}

async function read(blob: Blob, file: string, stallMs: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await withinTime(stallMs, blob.arrayBuffer()));
  } catch (cause) {
    throw new ShardError({ code: 'data.damaged', file }, { cause });
  }
}

// A person's own data set: from the browser's storage, or from what the page has lent because the browser keeps nothing. Its
// shards are checked like files of a server, since a disk can fail too.
import { withinTime } from '../../../core/browser/time-limit';
import type { OwnDatasetId } from '../../../core/experiment/dataset-id';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import { hasOtherHash } from '../../checksum';
import type { DatasetSource } from '../dataset-source';
import { ShardError } from '../shard-error';
import { readOwnDataset } from './own-datasets';

const manifestFile = 'manifest.json';

/** @param lent null: from storage */
export function ownSource(id: OwnDatasetId, lent: OwnDataset | null): DatasetSource {
  let dataset = lent;
  return {
    async manifest() {
      dataset ??= await readOwnDataset(id).catch(() => null);
      if (dataset === null) throw new ShardError({ code: 'data.not-here', file: manifestFile });
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

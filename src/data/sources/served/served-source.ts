// The data sets that set-up has prepared: files beside the page.
import type { DatasetSource } from '../dataset-source';
import { fetchShard } from './fetch-file';
import { readManifest } from '../read-manifest';

/** `data/<id>/` below `baseUrl`, an absolute address. */
export function servedSource(baseUrl: string, id: string, request: typeof fetch = fetch): DatasetSource {
  const folder = new URL(`data/${id}/`, baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`).href;
  return {
    manifest: ({ isAgain, ...attempt }) =>
      readManifest(folder, { ...attempt, request, cache: isAgain ? 'reload' : 'no-cache' }),
    shard: ({ shard, unpackedBytes, onBytes }, { isAgain, ...attempt }) =>
      fetchShard(
        folder + shard.file,
        shard,
        unpackedBytes,
        { ...attempt, request, cache: isAgain ? 'reload' : 'default' },
        onBytes,
      ),
  };
}

// Reads the manifest of a data set, and compares two of them.
import { manifestSchema, type Manifest } from '../../core/samples/manifest';
import { fetchJson, type FetchOptions } from './served/fetch-file';
import { ShardError } from './shard-error';

const file = 'manifest.json';

/**
 * @param folder absolute address of the data set's folder, with a slash at its end
 * @throws ShardError that names the manifest when it is missing or invalid
 */
export async function readManifest(folder: string, options: FetchOptions): Promise<Manifest> {
  const parsed = manifestSchema.safeParse(await fetchJson(folder + file, file, options));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ShardError({
    code: 'data.bad-manifest',
    file,
    place: issue?.path.join('.') ?? '',
    detail: issue?.message ?? 'invalid',
  });
}

/** Whether both describe samples of the same form, in shards of the same sizes: files of one can fill the places of the other. */
export function hasSameLayout(a: Manifest, b: Manifest): boolean {
  return layoutOf(a) === layoutOf(b);
}

function layoutOf({ sampleShape, values, classNames, train, test }: Manifest): string {
  const counts = [train, test].map(({ shards }) => shards.map(({ count }) => count));
  return JSON.stringify([sampleShape, values, classNames, counts]);
}

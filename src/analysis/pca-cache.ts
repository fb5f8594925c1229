// PCA kept in the browser for the next visit. A store that refuses (a private window, a full disk) is as one that is empty.
import { get, set } from 'idb-keyval';
import type { PcaModel } from '../core/analysis-api';
import type { Manifest } from '../core/manifest';

/** Goes up when a model holds something else than before. */
const format = 1;

/** What a model is kept under: the data set as it was then. */
function keyOf({ id, train, test }: Manifest): string {
  const sums = [...train.shards, ...test.shards].map(({ sha256 }) => sha256.slice(0, 16));
  return `pca ${format} ${id} ${sums.join(' ')}`;
}

export async function keptPca(manifest: Manifest): Promise<PcaModel | null> {
  try {
    return (await get<PcaModel>(keyOf(manifest))) ?? null;
  } catch {
    return null;
  }
}

export async function keepPca(manifest: Manifest, model: PcaModel): Promise<void> {
  try {
    await set(keyOf(manifest), model);
  } catch {
    // It is computed again next time.
  }
}

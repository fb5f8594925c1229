// Keeps PCA in the browser for the next visit. A store that refuses (a private window, a full disk) counts as empty.
import { get, set } from 'idb-keyval';
import type { PcaModel } from '../../core/analysis-api';
import { withinTime } from '../../core/browser/time-limit';
import { sameSamples, type TrainedOn } from '../../core/experiment/trained-on';
import type { Manifest } from '../../core/samples/manifest';
import { isWhole } from '../../data/subset';

/** Increase when the content of a model changes. */
const format = 2;

/** A store that does not answer counts as empty, too. */
const waitMs = 3000;

/** Key of a model: the data set and its checksums. All parts of a data set share one place, or their models would pile up. */
function keyOf({ id, train, test }: Manifest, of: TrainedOn): string {
  const sums = [...train.shards, ...test.shards].map(({ sha256 }) => sha256.slice(0, 16));
  return `pca ${format} ${id} ${sums.join(' ')}${isWhole(of) ? '' : ' part'}`;
}

export async function readPca(manifest: Manifest, of: TrainedOn): Promise<PcaModel | null> {
  try {
    const kept = await withinTime(waitMs, get<PcaModel>(keyOf(manifest, of)));
    return kept && sameSamples(kept.trainedOn, of) ? kept : null;
  } catch {
    return null;
  }
}

export async function storePca(manifest: Manifest, model: PcaModel): Promise<void> {
  try {
    await withinTime(waitMs, set(keyOf(manifest, model.trainedOn), model));
  } catch {
    // It is computed again next time.
  }
}

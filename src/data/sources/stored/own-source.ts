// A person's own data set: from the browser's storage, or from what the page has lent because the browser keeps nothing.
import type { OwnDatasetId } from '../../../core/experiment/dataset-id';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import type { DatasetSource } from '../dataset-source';
import { ShardError } from '../shard-error';
import { lentSource } from './lent-source';
import { readOwnDataset } from './own-datasets';

/** @param lent null: from storage */
export function ownSource(id: OwnDatasetId, lent: OwnDataset | null): DatasetSource {
  return lentSource(async () => {
    const dataset = lent ?? (await readOwnDataset(id).catch(() => null));
    if (dataset === null) throw new ShardError({ code: 'data.not-here', file: 'manifest.json' });
    return dataset;
  });
}

// Licence, attribution and counts of a data set, from its manifest. Read on demand.
import { datasets } from '../../catalog/datasets/registry';
import type { DatasetId } from '../../core/experiment/dataset-id';
import { manifestSchema, type Manifest } from '../../core/samples/manifest';

const read = new Map<DatasetId, Promise<Manifest | null>>();

/** The manifests of all data sets that can be read, in the order of the registry. */
export async function readManifests(): Promise<Manifest[]> {
  const ids = Object.keys(datasets) as DatasetId[];
  const manifests = await Promise.all(ids.map(readManifest));
  return manifests.filter((manifest) => manifest !== null);
}

function readManifest(id: DatasetId): Promise<Manifest | null> {
  const known = read.get(id);
  if (known) return known;
  const reading = fetchManifest(id).catch(() => {
    read.delete(id); // asked again next time
    return null;
  });
  read.set(id, reading);
  return reading;
}

async function fetchManifest(id: DatasetId): Promise<Manifest> {
  const answer = await fetch(new URL(`${import.meta.env.BASE_URL}data/${id}/manifest.json`, location.href));
  if (!answer.ok) throw new Error(`manifest of ${id}: ${answer.status}`);
  return manifestSchema.parse(await answer.json());
}

// Licence, attribution and counts of a data set, from its manifest, or from the catalog where it is made here. Read on demand.
import { generatedFacts } from '../../catalog/datasets/generated';
import { datasets } from '../../catalog/datasets/registry';
import { isGenerated, isPageMade, type DatasetId } from '../../core/experiment/dataset-id';
import { manifestSchema, type Manifest } from '../../core/samples/manifest';

const read = new Map<DatasetId, Promise<Manifest | null>>();

export interface DataCredit extends Pick<Manifest, 'id' | 'name' | 'licence' | 'attribution'> {
  readonly sampleShape: readonly number[];
  readonly trainCount: number;
  readonly testCount: number;
}

/** What is said of all data sets whose manifest can be read, or that are made here, in the order of the registry. */
export async function readCredits(): Promise<DataCredit[]> {
  const ids = Object.keys(datasets) as DatasetId[];
  const credits = await Promise.all(ids.map(readCredit));
  return credits.filter((credit) => credit !== null);
}

async function readCredit(id: DatasetId): Promise<DataCredit | null> {
  if (isGenerated(id)) return { id, ...generatedFacts[id] };
  if (isPageMade(id)) return null; // shown by whoever makes them
  const manifest = await readManifest(id);
  return manifest && { ...manifest, trainCount: manifest.train.count, testCount: manifest.test.count };
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

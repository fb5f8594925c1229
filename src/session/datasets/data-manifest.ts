// Licence, attribution and counts of a data set, from its manifest, or from the catalog where it is made here. Read on demand.
import { generatedFacts } from '../../catalog/datasets/generated';
import { datasets } from '../../catalog/datasets/registry';
import { pianoFacts, pianoLicence } from '../../catalog/piano/registry';
import {
  isGenerated,
  isPageMade,
  type BuiltInDatasetId,
  type DatasetId,
} from '../../core/experiment/dataset-id';
import { datasetInfo, type DatasetInfo } from '../../core/samples/dataset-info';
import { manifestSchema, type Manifest } from '../../core/samples/manifest';
import { sampleKind } from '../../core/samples/sample-kind';

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
  if (isPageMade(id)) return { id, ...pianoLicence, ...pianoFacts[id] };
  const manifest = await readManifest(id);
  return manifest && { ...manifest, trainCount: manifest.train.count, testCount: manifest.test.count };
}

/** What is known of a built-in data set before a network is built on it; null where its manifest cannot be read. */
export async function readDatasetInfo(id: BuiltInDatasetId): Promise<DatasetInfo | null> {
  const manifest = isGenerated(id) || isPageMade(id) ? null : await readManifest(id);
  if (manifest) return datasetInfo(id, manifest);
  const credit = await readCredit(id);
  if (credit === null) return null;
  const { name, sampleShape: shape, trainCount, testCount, licence, attribution } = credit;
  const valueRange = [0, 1] as const;
  const kind = sampleKind(shape);
  return { id, name, kind, shape, valueRange, classNames: [], trainCount, testCount, licence, attribution };
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

// For tests only: keeps the data set that it is sent, and answers with the one that is kept under the same id.
import type { OwnDatasetId } from '../../../core/experiment/dataset-id';
import type { OwnDataset } from '../../../core/samples/own-dataset';
import { readOwnDataset, saveOwnDataset } from '../stored/own-datasets';

self.onmessage = async ({ data }: MessageEvent<{ id: OwnDatasetId; dataset: OwnDataset }>) => {
  const isKept = await saveOwnDataset(data.id, data.dataset);
  self.postMessage({ isKept, read: await readOwnDataset(data.id) });
};

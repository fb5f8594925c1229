// Another data set for the main run, with the settings that go with what it is.
import { datasetPatch } from '../../catalog/suits-data';
import { datasetEntry } from '../../catalog/datasets/registry';
import { isOwn, type DatasetId } from '../../core/experiment/dataset-id';
import { dataKind, datasetInfo } from '../../core/samples/dataset-info';
import type { DataKind } from '../../core/samples/sample-kind';
import type { Datasets } from '../datasets/datasets';
import type { MainRun } from './main-run';

export interface ChoosePorts {
  readonly run: Pick<MainRun, 'change' | 'experiment'>;
  readonly datasets: Pick<Datasets, 'store'>;
}

export function chooseDataset({ run, datasets }: ChoosePorts, dataset: DatasetId): void {
  const kind = kindOfData(datasets, dataset);
  run.change(kind === null ? { dataset } : datasetPatch(dataset, kind, run.experiment.getState()));
}

/** Null for a person's own data set that is not here. */
function kindOfData({ store }: ChoosePorts['datasets'], id: DatasetId): DataKind | null {
  if (!isOwn(id)) return datasetEntry(id).kind;
  const entry = store.getState().own.find((one) => one.id === id);
  return entry ? dataKind(datasetInfo(id, entry.manifest)) : null;
}

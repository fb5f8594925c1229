// An experiment on a data set that is not here, as from another person's link: it waits for the data, and starts once the data
// set is added, here or in another tab.
import type { Datasets } from '../datasets/datasets';
import type { Run } from '../runs/run';
import type { MainRun } from './main-run';

/** Whether the run waits for a data set that this browser does not have. */
export function lacksDataset({ failedShards }: Pick<Run, 'failedShards'>): boolean {
  return failedShards.some(({ message }) => message.code === 'data.not-here');
}

/** Returns a function that ends the watch. */
export function watchMissingData(run: MainRun, { store }: Pick<Datasets, 'store'>): () => void {
  return store.subscribe(({ own }) => {
    const { dataset } = run.experiment.getState();
    if (lacksDataset(run.store.getState()) && own.some(({ id }) => id === dataset)) run.retryData();
  });
}

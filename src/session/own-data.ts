// What follows from an import: the data set is known to the page, the experiment trains on it, and the person is told where it
// lasts for this visit only.
import type { Datasets } from './datasets/datasets';
import type { ImportCalls } from './importing/import-client';
import { createImporting, type Importing } from './importing/importing';
import { notKeptText } from './importing/words';
import type { MainRun } from './main-run/main-run';
import type { Notices } from './page/notices';

export type { Importing };

interface OwnDataPorts {
  /** Null: nothing can be imported. */
  readonly calls: ImportCalls | null;
  readonly datasets: Datasets;
  readonly run: Pick<MainRun, 'change'>;
  readonly notices: Notices;
}

export function createOwnData({ calls, datasets, run, notices }: OwnDataPorts): Importing {
  return createImporting({
    calls,
    onImported(imported) {
      datasets.add(imported);
      run.change({ dataset: imported.id });
      const message = notKeptText(imported.dataset.manifest.name);
      if (!imported.isKept) notices.show({ key: 'data-not-kept', kind: 'warning', message });
    },
    async readDataset(id) {
      await datasets.hold(id);
      return datasets.lent(id);
    },
  });
}

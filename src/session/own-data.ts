// What follows from an import: the data set is known to the page, the experiment trains on it, and the person is told where it
// lasts for this visit only, or was here already.
import type { Datasets } from './datasets/datasets';
import type { ImportCalls } from './importing/import-client';
import { createImporting, type Importing } from './importing/importing';
import { alreadyHereText, notKeptText } from './importing/words';
import { chooseDataset, type ChoosePorts } from './main-run/choose-dataset';
import type { Notices } from './page/notices';

export type { Importing };

interface OwnDataPorts {
  /** Null: nothing can be imported. */
  readonly calls: ImportCalls | null;
  readonly datasets: Datasets;
  readonly run: ChoosePorts['run'];
  readonly notices: Notices;
}

export function createOwnData({ calls, datasets, run, notices }: OwnDataPorts): Importing {
  return createImporting({
    calls,
    onImported(imported, isNamed) {
      const { id, isKept, dataset } = imported;
      const known = datasets.store.getState().own.find((entry) => entry.id === id);
      const before = known?.manifest.name ?? null;
      const { name } = dataset.manifest;
      datasets.add(imported);
      if (known && before !== null) {
        // The name of a file does not replace one that the person may have given.
        if (!isNamed && before !== name) void datasets.rename(known.id, before);
        const message = alreadyHereText(before, isNamed ? name : null);
        notices.show({ key: 'data-already-here', kind: 'info', message });
      }
      chooseDataset({ run, datasets }, id);
      const message = notKeptText(isNamed ? name : (before ?? name));
      if (!isKept) notices.show({ key: 'data-not-kept', kind: 'warning', message });
    },
    async readDataset(id) {
      await datasets.hold(id);
      return datasets.lent(id);
    },
  });
}

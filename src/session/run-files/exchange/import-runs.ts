// Takes in runs and networks from files. All of a file is read and checked before anything of it is kept.
import { t } from '@lingui/core/macro';
import { builtInDatasetIds, isOwn } from '../../../core/experiment/dataset-id';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleSize } from '../../../core/samples/samples';
import type { StoreApi } from 'zustand/vanilla';
import type { Archivist } from '../../archive/archivist';
import type { RunEntry } from '../../archive/run-entry';
import { runName } from '../../archive/run-name';
import { readDatasetInfo } from '../../datasets/data-manifest';
import type { Datasets } from '../../datasets/datasets';
import type { Run } from '../../runs/run';
import { readFiles } from '../reading/read-files';
import type { RunFileFailure } from '../run-file-failure';

interface ImportPorts {
  readonly archivist: Pick<Archivist, 'add' | 'refresh'>;
  readonly datasets: Pick<Datasets, 'store' | 'nameLinked'>;
  readonly run: { readonly store: StoreApi<Run> };
}

/** A run that was taken in. */
export interface AddedRun {
  readonly entry: RunEntry;
  /** The same run was there already: this is a copy beside it. */
  readonly isCopy: boolean;
  /** It comes without the state of its optimizer, which starts fresh. */
  readonly isFresh: boolean;
  /** Something was measured on the way, and is drawn. */
  readonly hasCurves: boolean;
  /** The name of the data set that it needs and that is not here; null where it is. */
  readonly lacks: string | null;
}

export interface ImportReport {
  readonly added: readonly AddedRun[];
  readonly failures: readonly RunFileFailure[];
  /** Names of the runs that could be read, and not kept: the browser has no room, or keeps nothing. */
  readonly notKept: readonly string[];
}

export async function importRuns(
  ports: ImportPorts,
  files: readonly { readonly name: string; readonly blob: Blob }[],
): Promise<ImportReport> {
  const { archivist, datasets } = ports;
  // Another tab may have kept the same run.
  await archivist.refresh();
  const { runs, failures } = await readFiles(files, (shape) => findDataset(ports, shape));
  const added: AddedRun[] = [];
  const notKept: string[] = [];
  for (const { kept, labels } of runs) {
    const { record } = kept;
    const { experiment, facts, checkpoint } = record;
    let isCopy = false;
    try {
      const entry = await archivist.add(kept, (takenBy) => {
        isCopy = takenBy !== null;
        return isCopy ? { ...labels, name: copyName(labels.name, record) } : labels;
      });
      const { dataset } = experiment;
      const isMissing = isOwn(dataset) && !datasets.store.getState().own.some(({ id }) => id === dataset);
      const name = facts?.dataset.name ?? dataset;
      if (isMissing) datasets.nameLinked(dataset, name);
      const isFresh = checkpoint?.optimizer.updates === 0;
      const { train, testSubset, testMse } = record.curves;
      const hasCurves = [train, testSubset, testMse].some(({ steps }) => steps.length > 0);
      added.push({ entry, isCopy, isFresh, hasCurves, lacks: isMissing ? name : null });
    } catch {
      notKept.push(labels.name ?? '');
    }
  }
  return { added, failures, notKept };
}

function copyName(name: string | null, { experiment, facts }: Pick<Run, 'experiment' | 'facts'>): string {
  const data = facts?.dataset ?? { name: experiment.dataset, shape: [], valueRange: [0, 1] as const };
  return t`Copy of ${{ name: runName({ name, experiment, data }) }}`.slice(0, 60);
}

/** The main run's data set if such samples are in it, else the first built-in one that has them. */
async function findDataset(
  { run }: Pick<ImportPorts, 'run'>,
  shape: readonly number[],
): Promise<DatasetInfo | null> {
  const fits = (info: DatasetInfo | null | undefined): info is DatasetInfo =>
    !!info && (shape.length === 1 ? sampleSize(info.shape) === shape[0] : info.shape.join() === shape.join());
  const current = run.store.getState().facts?.dataset;
  if (fits(current)) return current;
  for (const id of builtInDatasetIds) {
    const info = await readDatasetInfo(id);
    if (fits(info)) return info;
  }
  return null;
}

// Makes one file of a run and saves it. Loaded with the dialog; what packs the files comes with it.
import { runNameInFiles } from '../../session/archive/run-name';
import { runFile, tfjsArchive, weightsArchive } from '../../session/run-files/files-of-run';
import type { RunToExport } from '../../session/run-files/exchange/run-to-export';
import { fileName, saveFile } from '../../ui/export/save-file';
import { kinds, type ExportKind } from './words';

export interface SavedFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * @param pcaBeside asked for where a model card wants it
 * @throws Error where the script has no form of a setting
 */
export async function saveRunAs(
  kind: ExportKind,
  { kept, labels }: RunToExport,
  pcaBeside: () => Promise<number | null>,
): Promise<SavedFile> {
  const at = new Date();
  const content = await contentOf(kind, { kept, labels }, pcaBeside, at);
  const { experiment, facts } = kept.record;
  const title = facts ? runNameInFiles({ name: labels.name, experiment, data: facts.dataset }) : '';
  const name = fileName(title + suffixes[kind], kinds[kind].file.slice(1), at);
  const file = new Blob([content], { type: types[kind] });
  saveFile(name, file);
  return { name, bytes: file.size };
}

const suffixes = { run: '', script: ' keras', weights: ' weights', tfjs: ' tfjs' };
const types = {
  run: 'application/octet-stream',
  script: 'text/x-python;charset=utf-8',
  weights: 'application/zip',
  tfjs: 'application/zip',
};

async function contentOf(
  kind: ExportKind,
  { kept, labels }: RunToExport,
  pcaBeside: () => Promise<number | null>,
  at: Date,
): Promise<BlobPart> {
  const { experiment, facts } = kept.record;
  switch (kind) {
    case 'run':
      return runFile(kept, { labels, at });
    case 'weights':
      return weightsArchive(kept, { labels, at, pcaMse: await pcaBeside() });
    case 'tfjs':
      return tfjsArchive(kept, { labels, at });
    case 'script': {
      if (facts === null) throw new Error('Nothing is known of the data.');
      const { kerasScript } = await import('../../session/keras/keras-script');
      return kerasScript({ experiment, dataset: facts.dataset });
    }
  }
}

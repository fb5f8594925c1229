// Makes one file of a run and saves it. Loaded with the dialog; what packs the files comes with it.
import { isObject } from '../../core/plain/is-object';
import { runName } from '../../session/archive/run-name';
import { runFile, tfjsArchive, weightsArchive } from '../../session/run-files/files-of-run';
import type { RunToExport } from '../../session/run-files/exchange/run-to-export';
import { fileName, saveFile } from '../../ui/export/save-file';
import { kinds, type ExportKind } from './words';

export interface SavedFile {
  readonly name: string;
  readonly bytes: number;
}

/** @param pcaBeside asked for where a model card wants it */
export async function saveRunAs(
  kind: Exclude<ExportKind, 'script'>,
  { kept, labels }: RunToExport,
  pcaBeside: () => Promise<number | null>,
): Promise<SavedFile> {
  const { experiment, facts } = kept.record;
  const at = new Date();
  const bytes =
    kind === 'run'
      ? await runFile(kept, { labels, at })
      : kind === 'weights'
        ? await weightsArchive(kept, { labels, at, pcaMse: await pcaBeside() })
        : await tfjsArchive(kept, { labels, at });
  const title = isObject(facts) ? runName({ name: labels.name, experiment, data: facts.dataset }) : 'run';
  const suffix = { run: '', weights: ' weights', tfjs: ' tfjs' }[kind];
  const name = fileName(title + suffix, kinds[kind].file.slice(1), at);
  saveFile(
    name,
    new Blob([bytes], { type: kind === 'run' ? 'application/octet-stream' : 'application/zip' }),
  );
  return { name, bytes: bytes.length };
}

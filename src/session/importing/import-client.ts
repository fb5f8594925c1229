// The page's link to the import worker. The worker starts with the first files, and again after it has died or was ended.
import { proxy, transfer, type Remote } from 'comlink';
import { withinTime } from '../../core/browser/time-limit';
import { CodedError } from '../../core/failure';
import type {
  ImportApi,
  ImportChoices,
  ImportedDataset,
  ImportPreview,
  ImportProgress,
  SourceFile,
} from '../../core/import/import-api';
import type { SoundDecoder } from '../../core/import/series-import';
import type { OwnDataset } from '../../core/samples/own-dataset';
import { createUnanswered } from '../tasks/unanswered';
import { linkWorker, type WorkerLink } from '../workers/worker-link';

type OnProgress = (progress: ImportProgress) => void;

/** The import as seen from the page. A promise rejects with an error whose cause `importFailureOf` or `failureOf` tells. */
export interface ImportCalls {
  open(files: readonly SourceFile[], onProgress: OnProgress): Promise<ImportPreview>;
  /** An overtaken call rejects with an AbortError. */
  preview(changed: Partial<ImportChoices>, onProgress: OnProgress): Promise<ImportPreview>;
  save(onProgress: OnProgress): Promise<ImportedDataset>;
  exportNpz(dataset: OwnDataset): Promise<Blob>;
  /** Ends the import; what has not been answered rejects with an AbortError. */
  cancel(): void;
}

/** A worker that is in the middle of a file may not listen for a while. */
const cancelLimitMs = 1000;

/** For the worker, which has no decoder. Its code loads with the first file of sound. */
const decode: SoundDecoder = async (blob, rate) => {
  const { decodeSound } = await import('../recording/decode-sound');
  const decoded = await decodeSound(blob, rate);
  return 'samples' in decoded ? transfer(decoded, [decoded.samples.buffer]) : decoded;
};

/** The real one. No worker is started before the first files. */
export function openImports(): ImportCalls {
  let link: WorkerLink<ImportApi> | null = null;
  const unanswered = createUnanswered();

  function start(): WorkerLink<ImportApi> {
    const worker = new Worker(new URL('../../importing/import-worker.ts', import.meta.url), {
      type: 'module',
      name: 'importing',
    });
    const started = linkWorker<ImportApi>(worker, (why) => {
      link = null;
      unanswered.giveUp(new CodedError(why));
    });
    started.watchStart(started.api.live(started.lifeLock));
    return started;
  }

  function ask<T>(question: (api: Remote<ImportApi>) => Promise<T>): Promise<T> {
    link ??= start();
    return unanswered.add(question(link.api));
  }

  return {
    open: (files, onProgress) => ask((api) => api.open(files, proxy(onProgress), proxy(decode))),
    preview: (changed, onProgress) => ask((api) => api.preview(changed, proxy(onProgress))),
    save: (onProgress) => ask((api) => api.save(proxy(onProgress))),
    exportNpz: (dataset) => ask((api) => api.exportNpz(dataset)),
    cancel() {
      const ended = link;
      if (ended === null) return;
      unanswered.giveUp(new DOMException('The import was cancelled.', 'AbortError'));
      withinTime(cancelLimitMs, ended.api.cancel()).catch(() => {
        ended.dispose();
        if (link === ended) link = null;
      });
    },
  };
}

// The page that trains without a window: the program beside this folder calls it through `window.headless`.
import type { BackendChoice } from '../../../src/core/engine-api/backend';
import { keptRunOf, pausedRun } from '../../../src/session/archive/kept-run';
import { backendNotesText } from '../../../src/session/engine/notices/words';
import { filesOfRun } from '../../../src/session/run-files/files-of-run';
import { readExperiment, type ExperimentSource } from './read-experiment';
import { startTraining, type Ending, type Length, type Progress, type Training } from './training';

export interface TrainRequest {
  readonly source: ExperimentSource;
  readonly seed: string | null;
  readonly length: Length;
  readonly backend: BackendChoice;
}

export interface TrainAnswer {
  readonly ending: Ending;
  readonly reason: string | null;
  readonly step: number;
  readonly epoch: number;
  readonly trainLoss: number | null;
  readonly testMse: number | null;
  readonly backend: string | null;
  readonly backendNotes: string;
  /** Their bytes in base64. */
  readonly files: readonly { readonly name: string; readonly base64: string }[];
}

declare global {
  interface Window {
    headless: {
      /** Null where the experiment can be trained, else what is wrong with it. */
      check: (source: ExperimentSource, seed: string | null) => Promise<readonly string[] | null>;
      train: (request: TrainRequest) => Promise<TrainAnswer>;
      stop: () => void;
    };
    /** Put there by the program. */
    tellProgress: (progress: Progress) => void;
  }
}

let training: Training | null = null;

window.headless = {
  async check(source, seed) {
    const read = await readExperiment(source, seed);
    return 'problems' in read ? read.problems : null;
  },
  async train({ source, seed, length, backend: choice }) {
    const read = await readExperiment(source, seed);
    if ('problems' in read) throw new Error(read.problems.join(' '));
    training = startTraining(read.experiment, length, choice, (progress) => window.tellProgress(progress));
    const { run, backend, ending, reason } = await training.trained;
    const kept = keptRunOf(run, backend);
    const files = kept ? await filesOfRun(pausedRun(kept)) : [];
    return {
      ending,
      reason,
      step: run.step,
      epoch: run.epoch,
      trainLoss: run.curves.train.means.at(-1) ?? null,
      testMse: run.testAll?.evaluation.mse ?? null,
      backend: backend?.name ?? null,
      backendNotes: backend ? backendNotesText(backend) : '',
      files: await Promise.all(
        files.map(async ({ name, bytes }) => ({ name, base64: await base64Of(bytes) })),
      ),
    };
  },
  stop: () => training?.stop(),
};

async function base64Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(new Blob([bytes]));
  });
  return url.slice(url.indexOf(',') + 1);
}

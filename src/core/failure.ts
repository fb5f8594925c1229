// Why something failed, as a code and its parameters, and an error that carries it. The page has the words
// (`session/engine/words.ts`).
import type { BackendName } from './backend-measurement';
import type { DatasetId } from './experiment/dataset-id';
import type { RunId } from './run/stamp';
import type { DataFailure } from './samples/data-failure';

export type Failure =
  | DataFailure
  | { code: 'engine.context-lost' }
  /** The backend does not support an operation; `detail` is the browser's text. */
  | { code: 'engine.work-refused'; backend: BackendName; detail: string }
  | { code: 'engine.no-convolution-gradient'; backend: BackendName }
  | { code: 'engine.no-backend'; tried: readonly BackendName[] }
  /** All runs of an engine share one data set. */
  | { code: 'run.other-dataset'; runId: RunId; dataset: DatasetId; others: DatasetId }
  | { code: 'run.diverged'; step: number }
  | { code: 'worker.not-loaded' }
  | { code: 'worker.unreadable-message' }
  | { code: 'worker.ended' }
  /** It said nothing for a minute while it started. */
  | { code: 'worker.silent' }
  | { code: 'analysis.network-changed' }
  /** An unexpected exception. */
  | { code: 'unexpected'; detail: string };

const codedName = 'CodedError';

/**
 * An error with a code. Between threads comlink keeps only an error's name and message, so the message is the failure as
 * JSON; `failureOf` reads it back.
 */
export class CodedError<F extends { code: string } = Failure> extends Error {
  override readonly name = codedName;
  readonly failure: F;

  constructor(failure: F, options?: ErrorOptions) {
    super(JSON.stringify(failure), options);
    this.failure = failure;
  }
}

/** The failure behind whatever was thrown, here or in a worker. */
export function failureOf(error: unknown): Failure {
  const coded = codedFailureOf(error);
  if (coded !== null) return coded as Failure;
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}

/** The failure that a `CodedError` carries, thrown here or in a worker; null for any other error. */
export function codedFailureOf(error: unknown): { code: string } | null {
  if (error instanceof CodedError) return (error as CodedError<{ code: string }>).failure;
  if (!(error instanceof Error) || error.name !== codedName) return null;
  return JSON.parse(error.message) as { code: string };
}

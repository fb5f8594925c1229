// Types shared by the backend starters.
import type { BackendName } from '../../core/backend-measurement';
import type { BackendNote } from '../../core/engine-api/messages';
import type { Failure } from '../../core/failure';

/** The rest of a backend's start, to run once it is tfjs's current backend; null when there is none. */
export type FinishStart = (() => Promise<BackendNote | null>) | null;

/** A fault of the GPU: it was lost (`lost`), or it refused an operation. */
export interface Fault {
  backend: BackendName;
  lost: boolean;
  failure: Failure;
}

export type FaultListener = (fault: Fault) => void;

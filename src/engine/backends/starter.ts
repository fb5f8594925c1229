// What the starters of the backends have in common.
import type { BackendName } from '../../core/engine-api';

/**
 * What a starter leaves to be done once tfjs runs on the backend; null where there is nothing. It answers with what the
 * read-out should say of it.
 */
export type Afterwards = (() => Promise<Note>) | null;

export interface Note {
  /** A sentence for the tooltip, or nothing. */
  detail: string;
  /** A few words for the badge, where it runs slower than it should. */
  badge?: string;
}

/** A graphics card let go of the engine (`lost`), or refused a piece of work. */
export interface Fault {
  backend: BackendName;
  lost: boolean;
  message: string;
}

export type FaultListener = (fault: Fault) => void;

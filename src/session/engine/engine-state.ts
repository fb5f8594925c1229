// Which backend an engine runs on, and whether there is an engine at all.
import type { BackendChoice, BackendReport } from '../../core/engine-api/backend';

export interface EngineState {
  /** `stopped`: it failed too often and waits to be started again. */
  readonly phase: 'starting' | 'running' | 'stopped';
  readonly choice: BackendChoice;
  /** Null before the first engine has opened. */
  readonly backend: BackendReport | null;
}

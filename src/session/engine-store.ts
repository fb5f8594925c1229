// Which backend the engine runs on, and whether there is an engine at all.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BackendChoice, BackendReport } from '../core/engine-api';

export interface EngineState {
  /** `stopped`: it failed too often and waits for the person to restart it. */
  readonly phase: 'starting' | 'running' | 'stopped';
  readonly choice: BackendChoice;
  readonly backend: BackendReport | null;
}

export const engineStore = createStore<EngineState>()(() => ({
  phase: 'starting',
  choice: 'auto',
  backend: null,
}));

export function useEngine<T>(select: (state: EngineState) => T): T {
  return useStore(engineStore, select);
}

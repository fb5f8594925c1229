// Which backend the engine runs on, for components.
import { useStore } from 'zustand';
import { useSession } from './session-context';
import type { EngineState } from '../engine/engine-state';

/** A part of it; the component renders again when that part is another object or value. */
export function useEngine<T>(select: (state: EngineState) => T): T {
  return useStore(useSession().engine.store, select);
}

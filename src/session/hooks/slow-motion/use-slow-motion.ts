// The traced step of the main run, for components.
import { useStore } from 'zustand';
import { createSlowMotion, type SlowMotion, type SlowMotionState } from '../../slow-motion/slow-motion';
import { useSession } from '../session-context';

export function useSlowMotion(): SlowMotion {
  return useSession().applications.open(createSlowMotion);
}

export function useSlowMotionState<T>(select: (state: SlowMotionState) => T): T {
  return useStore(useSlowMotion().store, select);
}

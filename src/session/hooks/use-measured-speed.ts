// How fast the main run trains alone, for components.
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { useSession } from './session-context';
import type { MeasuredSpeed } from '../runs/timing/measured-speed';

/** What follows from it; the component renders again when that is another object or value. */
export function useMeasuredSpeed<T>(select: (speed: MeasuredSpeed | null) => T): T {
  return useStore(useMeasuredSpeedStore(), select);
}

/** The store itself, for components that follow it only while they are in view. */
export function useMeasuredSpeedStore(): StoreApi<MeasuredSpeed | null> {
  return useSession().speed;
}

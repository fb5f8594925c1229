// The place of a map that the pointer is over, for components.
import { useStore } from 'zustand';
import { useSession } from '../session-context';
import type { Pointed } from '../../explore/pointing';

/** A part of it; the component renders again when that part is another object or value. */
export function usePointed<T>(select: (pointed: Pointed) => T): T {
  return useStore(useSession().pointing.store, select);
}

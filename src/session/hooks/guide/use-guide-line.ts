import { useStore } from 'zustand';
import { guideLineStore } from '../../guide/guide-line';

/** Whether the line over the hourglass is open. */
export function useGuideLine(): boolean {
  return useStore(guideLineStore, ({ isOpen }) => isOpen);
}

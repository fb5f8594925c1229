// The sample that is damaged, and what fills it in, for components.
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { createInpainting } from '../../inpainting/create-inpainting';
import type { Inpainting, InpaintingState } from '../../inpainting/inpainting';
import { useSession } from '../session-context';

/** A part of it; the component renders again when that part is another object or value. */
export function useInpainting<T>(select: (state: InpaintingState) => T): T {
  return useStore(useInpaintingStore(), select);
}

/** The store itself, for components that follow it only while they are in view. */
export function useInpaintingStore(): StoreApi<InpaintingState> {
  return useInpaintingRoom().store;
}

export function useInpaintingRoom(): Inpainting {
  return useSession().applications.open(createInpainting);
}

// The masks from before each stroke and each choice, for Undo.
import { useState } from 'react';
import { countMissing, type Mask } from '../../../core/inpainting/mask';
import { useInpaintingRoom } from '../../../session/hooks/inpainting/use-inpainting';

/** Masks that are kept. */
const most = 100;

export interface MaskHistory {
  /** Keeps a mask from before a change. */
  readonly keep: (before: Mask) => void;
  readonly canUndo: boolean;
  readonly undo: () => void;
}

/** Of samples of one shape: for another, use it anew (a key). */
export function useMaskHistory(): MaskHistory {
  const { setMask } = useInpaintingRoom();
  const [past, setPast] = useState<readonly Mask[]>([]);
  return {
    keep: (before) => setPast((kept) => [...kept, before].slice(-most)),
    canUndo: past.length > 0,
    undo() {
      const before = past.at(-1);
      if (before === undefined) return;
      setPast(past.slice(0, -1));
      setMask(before);
    },
  };
}

export function isSameMask(a: Mask, b: Mask): boolean {
  return a.length === b.length && a.every((missing, at) => missing === b[at]);
}

export function hasHole(mask: Mask): boolean {
  return countMissing(mask) > 0;
}

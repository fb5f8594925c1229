// The masks from before each stroke and each choice, for Undo.
import { useRef, useState } from 'react';
import { countMissing, type Mask } from '../../../core/inpainting/mask';
import { useSession } from '../../../session/hooks/session-context';

/** Masks that are kept. */
const most = 100;

export interface MaskHistory {
  /** Keeps a mask from before a change. */
  readonly keep: (before: Mask) => void;
  readonly canUndo: boolean;
  readonly undo: () => void;
}

/** Of samples of one shape: a mask of another length is forgotten. @param pixels of the masks now */
export function useMaskHistory(pixels: number): MaskHistory {
  const { setMask } = useSession().applications.inpainting;
  const past = useRef<Mask[]>([]);
  const [count, setCount] = useState(0);
  const fitting = () => past.current.filter(({ length }) => length === pixels);
  return {
    keep(before) {
      past.current = [...fitting(), before].slice(-most);
      setCount(past.current.length);
    },
    canUndo: count > 0 && fitting().length > 0,
    undo() {
      past.current = fitting();
      const before = past.current.pop();
      setCount(past.current.length);
      if (before) setMask(before);
    },
  };
}

export function isSameMask(a: Mask, b: Mask): boolean {
  return a.length === b.length && a.every((missing, at) => missing === b[at]);
}

export function hasHole(mask: Mask): boolean {
  return countMissing(mask) > 0;
}

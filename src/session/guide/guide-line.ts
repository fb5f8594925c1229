// Whether the line over the hourglass is open. Works where storage is denied.
import { createStore } from 'zustand/vanilla';

const storageKey = 'hourglass-guide';

export const guideLineStore = createStore<{ readonly isOpen: boolean }>()(() => ({ isOpen: readChoice() }));

/** Opens or closes the line, here and on later visits. */
export function showGuideLine(isOpen: boolean): void {
  try {
    if (isOpen) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'closed');
  } catch {
    // Storage is denied: the choice lasts as long as the page.
  }
  guideLineStore.setState({ isOpen });
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'closed';
  } catch {
    return true;
  }
}

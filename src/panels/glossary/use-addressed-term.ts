// The term that the address names: `#learn/glossary/bottleneck`.
import { useSyncExternalStore } from 'react';
import { namedTerm } from '../../core/glossary/term-id';

/** Null where the address is that of the whole glossary. */
export function useAddressedTerm(): string | null {
  return useSyncExternalStore(followAddress, () => namedTerm(location.hash));
}

function followAddress(onChange: () => void): () => void {
  // History navigation fires hashchange or popstate, not always both.
  addEventListener('hashchange', onChange);
  addEventListener('popstate', onChange);
  return () => {
    removeEventListener('hashchange', onChange);
    removeEventListener('popstate', onChange);
  };
}

// For views that read more from the address than their own place.

/** Subscribes to changes of the fragment. */
export function followAddress(onChange: () => void): () => void {
  // History navigation fires hashchange or popstate, not always both.
  addEventListener('hashchange', onChange);
  addEventListener('popstate', onChange);
  return () => {
    removeEventListener('hashchange', onChange);
    removeEventListener('popstate', onChange);
  };
}

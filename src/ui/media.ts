// Media queries as React state, for what a style sheet cannot do alone: what is shown at all, and sizes that scripts compute with.
import { useSyncExternalStore } from 'react';

/** One column, as the style sheets have it. */
export const phoneQuery = '(max-width: 760px)';

/** Nothing can hover: fingers. */
export const touchQuery = '(hover: none)';

/** Whether the query matches; renders again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}

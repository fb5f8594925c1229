// How large the page's type is, for pictures whose words a script places: while presenting, `tokens.css` has a larger one.
import { useSyncExternalStore } from 'react';

const plainSmallText = 12;

function read(): number {
  const small = getComputedStyle(document.documentElement).getPropertyValue('--text-small');
  return Number.parseFloat(small) / plainSmallText || 1;
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-present'] });
  addEventListener('resize', onChange);
  return () => {
    observer.disconnect();
    removeEventListener('resize', onChange);
  };
}

/** The size of small text over its usual 12 px: 1, or more while presenting. */
export function useTextScale(): number {
  return useSyncExternalStore(subscribe, read);
}

// Canvas pictures cannot follow CSS variables by themselves: this tells them when the theme or the accent has changed.
import { useSyncExternalStore } from 'react';

const attributes = ['data-theme', 'data-family'];

function read(): string {
  const root = document.documentElement;
  return attributes.map((name) => root.getAttribute(name) ?? '').join('/');
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: attributes });
  return () => observer.disconnect();
}

/** A key such as `dark/denoising` that changes when the colours of `tokens.css` change: use it as an effect's dependency. */
export function useThemeAttributes(): string {
  return useSyncExternalStore(subscribe, read);
}

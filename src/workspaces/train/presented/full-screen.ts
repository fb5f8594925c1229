// The whole screen for the page, where the browser offers it.
import { useSyncExternalStore } from 'react';

export function canBeFull(): boolean {
  return document.fullscreenEnabled;
}

/** A browser that refuses leaves the page as it is. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}

export function useIsFullScreen(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      document.addEventListener('fullscreenchange', onChange);
      return () => document.removeEventListener('fullscreenchange', onChange);
    },
    () => document.fullscreenElement !== null,
  );
}

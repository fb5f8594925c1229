// Device pixels per CSS pixel change when the window moves to another screen or the page is zoomed. No resize event has to come.

let forced: number | null = null;
const watchers = new Set<() => void>();

/** Device pixels per CSS pixel that pictures are painted at. */
export function screenDensity(): number {
  return forced ?? (window.devicePixelRatio || 1);
}

/** Paints every picture at this density, whatever the screen has; null: as the screen has it. */
export function forceDensity(density: number | null): void {
  forced = density;
  watchers.forEach((onChange) => onChange());
}

/** Calls `onChange` after each change of the density, until the function that is returned is called. */
export function watchScreenDensity(onChange: () => void): () => void {
  let query: MediaQueryList | null = null;
  // A query is of one density: each change needs the next.
  function watch() {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', changed, { once: true });
  }
  function changed() {
    watch();
    onChange();
  }
  watch();
  watchers.add(onChange);
  return () => {
    watchers.delete(onChange);
    query?.removeEventListener('change', changed);
  };
}

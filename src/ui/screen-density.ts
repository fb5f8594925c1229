// Device pixels per CSS pixel change when the window moves to another screen or the page is zoomed. No resize event has to come.

/** Calls `onChange` after each change of `devicePixelRatio`, until the function that is returned is called. */
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
  return () => query?.removeEventListener('change', changed);
}

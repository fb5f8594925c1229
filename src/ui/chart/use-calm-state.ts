// A store's state at a calmer pace: drawing a chart ten times a second makes it no clearer than twice.
import { startTransition, useEffect, useState } from 'react';
import { useInView } from '../in-view/in-view';

interface Store<T> {
  getState(): T;
  subscribe(listener: (state: T) => void): () => void;
}

/**
 * The latest state, at most every `intervalMs` and only while it is seen.
 * @param isUrgent whether a state is to be shown at once; give the same function at every render
 */
export function useCalmState<T>(
  store: Store<T>,
  intervalMs: number,
  isUrgent?: (state: T, shown: T) => boolean,
): T {
  const [shown, setShown] = useState(() => store.getState());
  const isSeen = useInView();
  const [wasSeen, setWasSeen] = useState(isSeen);
  if (wasSeen !== isSeen) {
    setWasSeen(isSeen);
    // what has happened out of view
    setShown(store.getState());
  }
  useEffect(() => {
    if (!isSeen) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let latest = store.getState();
    const show = () => {
      timer = null;
      latest = store.getState();
      const next = latest;
      // In slices: what the person does comes first.
      startTransition(() => setShown(next));
    };
    const stop = store.subscribe((state) => {
      if (isUrgent?.(state, latest)) show();
      else timer ??= setTimeout(show, intervalMs);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [store, intervalMs, isUrgent, isSeen]);
  return shown;
}

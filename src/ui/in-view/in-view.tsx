// Hidden views are not drawn: components in an `InView` follow a store only while their place is in the window, or
// nearly, and the page's tab is shown. When it comes into view they show the store's state of that moment.
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';

interface Store<T> {
  readonly getState: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What is not in an `InView` is always seen. */
const Seen = createContext(true);

/** Ahead of the window's edge, so that what is scrolled to has been drawn by then. */
const margin = '100px';

interface InViewProps {
  className?: string | undefined;
  /** Its `data-control`. */
  control?: string | undefined;
  children: ReactNode;
}

/** A box, and whether it is seen. Its children are rendered either way. */
export function InView({ className, control, children }: InViewProps) {
  const [element, setElement] = useState<Element | null>(null);
  const isShown = useSyncExternalStore(onTabChange, tabIsShown);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setIsNear(entries.at(-1)?.isIntersecting === true),
      {
        root: document,
        rootMargin: margin,
      },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return (
    <div ref={setElement} className={className} data-control={control}>
      <Seen value={isNear && isShown}>{children}</Seen>
    </div>
  );
}

/** Whether the component's place is seen. */
export function useInView(): boolean {
  return useContext(Seen);
}

/** Whether the component's place is seen, or has been: what is costly to draw waits for it, and stays. */
export function useHasBeenInView(): boolean {
  const isSeen = useInView();
  const [hasBeenSeen, setHasBeenSeen] = useState(isSeen);
  if (isSeen && !hasBeenSeen) setHasBeenSeen(true);
  return hasBeenSeen;
}

/** A part of a store's state; while the component is seen it renders again when that part is another object or value. */
export function useWhileInView<T, Part>(store: Store<T>, select: (state: T) => Part): Part {
  const isSeen = useInView();
  return useSyncExternalStore(isSeen ? store.subscribe : never, () => select(store.getState()));
}

/** Runs `effect` whenever the component comes into view, and what it returns when it is out of view again. */
export function useInViewEffect(effect: () => () => void): void {
  const isSeen = useInView();
  useEffect(() => (isSeen ? effect() : undefined), [isSeen, effect]);
}

function never(): () => void {
  return () => undefined;
}

function onTabChange(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

function tabIsShown(): boolean {
  return document.visibilityState !== 'hidden';
}

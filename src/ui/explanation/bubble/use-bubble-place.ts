// Keeps an explanation beside what it explains while the page scrolls, the window changes, or its own text does.
import { useLayoutEffect, useState, type RefObject } from 'react';
import { hide } from '../explanations';
import { placeBubble, type BubblePlace } from './place-bubble';

/** Null before it has been measured. What is scrolled out of the window is no longer explained. */
export function useBubblePlace(
  bubble: RefObject<HTMLElement | null>,
  anchor: HTMLElement,
  side: 'top' | 'left',
): BubblePlace | null {
  const [place, setPlace] = useState<BubblePlace | null>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    if (element === null) return;
    const measure = () => {
      const view = { width: document.documentElement.clientWidth, height: innerHeight };
      const box = anchor.getBoundingClientRect();
      if (box.bottom < 0 || box.top > view.height || !anchor.isConnected) hide();
      else
        setPlace(placeBubble(box, { width: element.offsetWidth, height: element.offsetHeight }, view, side));
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    resized.observe(anchor);
    const stop = new AbortController();
    addEventListener('scroll', measure, { capture: true, passive: true, signal: stop.signal });
    addEventListener('resize', measure, { passive: true, signal: stop.signal });
    return () => {
      resized.disconnect();
      stop.abort();
    };
  }, [bubble, anchor, side]);
  return place;
}

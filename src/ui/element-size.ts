// The size of an element in CSS pixels, kept up to date by a ResizeObserver.
import { useCallback, useState } from 'react';
import { watchScreenDensity } from './screen-density';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/**
 * `[ref, size]`: put `ref` on the element to measure. `initial` is what is drawn before the first measurement; whole pixels
 * only, so that sub-pixel jitter of a layout does not redraw anything. When the density of the screen changes, the size is a new
 * object with the same numbers: what draws on a canvas of this size draws again.
 */
export function useElementSize(
  initial: ElementSize,
): [(element: Element | null) => (() => void) | undefined, ElementSize] {
  const [size, setSize] = useState(initial);
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined;
    const measure = () => {
      // clientWidth and clientHeight are the inside of the border, padding included: measure elements without padding
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return; // not laid out, or hidden: keep what was drawn
      setSize((size) => (size.width === width && size.height === height ? size : { width, height }));
    };
    measure(); // before the first paint
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const endDensity = watchScreenDensity(() => setSize((size) => ({ ...size })));
    return () => {
      observer.disconnect();
      endDensity();
    };
  }, []);
  return [ref, size];
}

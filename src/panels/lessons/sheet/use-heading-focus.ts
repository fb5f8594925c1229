// Where the focus goes when a step of a lesson takes the place of another.
import { useEffect, useRef, type RefObject } from 'react';

/** The person has pressed Continue or Back, which may be gone now: the heading of the new step is next. Elsewhere the focus stays. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.closest('[data-lesson-step]')) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return heading;
}

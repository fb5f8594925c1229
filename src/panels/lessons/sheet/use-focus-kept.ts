// Folding takes away what had the focus: it goes to the first button that is left.
import { useLayoutEffect, useRef, type RefObject } from 'react';

/** @returns of the sheet: focus that was in it when it folded stays in it */
export function useFocusKept(isFolded: boolean): RefObject<HTMLElement | null> {
  const sheet = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    const note = () => (hadFocus.current = sheet.current?.contains(document.activeElement) === true);
    note();
    addEventListener('focusin', note);
    return () => removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (!isFolded || !hadFocus.current || document.activeElement !== document.body) return;
    sheet.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [isFolded]);
  return sheet;
}

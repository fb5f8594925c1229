// Marks the real control while a step asks for it, and leaves the page as it was.
import { useEffect, useEffectEvent } from 'react';
import type { Target } from '../../../catalog/lessons/lesson';
import { findTarget } from './find-target';
import './highlight.css';

/** Views load, and controls come and go with settings. */
const lookEveryMs = 400;

const mark = 'data-lesson-target';

/**
 * @param place the view that it is in
 * @returns scrolls there, and gives the control the focus where it takes it
 */
export function useHighlight(target: Target | null, place: string): () => void {
  const key = JSON.stringify(target);
  const find = useEffectEvent(() => target && findTarget(target, place));
  useEffect(() => {
    let marked: HTMLElement | null = null;
    const clear = () => marked?.removeAttribute(mark);
    const look = () => {
      const found = find();
      if (found === marked) return;
      clear();
      marked = found;
      found?.setAttribute(mark, '');
      if (found) scrollTo(found, 'nearest');
    };
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => {
      clearInterval(timer);
      clear();
    };
  }, [key]);
  return () => {
    const found = target && findTarget(target, place);
    if (!found) return;
    scrollTo(found, 'center');
    const control = found.matches('a, button, summary')
      ? found
      : found.querySelector<HTMLElement>('input, select, button, a');
    control?.focus({ preventScroll: true });
  };
}

function scrollTo(element: HTMLElement, block: 'nearest' | 'center'): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, behavior: isCalm ? 'auto' : 'smooth' });
}

// The real control or view that a step asks for: highlighted, brought into view, and given the focus on demand.
import type { Target } from '../../../catalog/lessons/lesson';
import { useHighlight } from '../../../ui/highlight/use-highlight';
import { bringIntoView, isFixed } from './bring-into-view';
import { findTarget } from './find-target';

/**
 * Highlights it.
 * @param target null: none
 * @param place the view that it is in
 * @param isSheet whether the lesson covers a part of the page, so that the target has to come out from under it
 */
export function useTarget(target: Target | null, place: string, isSheet: boolean): void {
  const findAll = () => {
    const found = target && findTarget(target, place);
    return found ? [found] : [];
  };
  useHighlight(target && JSON.stringify(target), findAll, (found) => {
    if (!isSheet) scrollTo(found, 'nearest');
    else if (!isFixed(found)) bringIntoView(() => (found.isConnected ? found : null));
  });
}

/** Scrolls there, and gives the control the focus where it takes it. */
export function showTarget(target: Target, place: string): void {
  const found = findTarget(target, place);
  if (!found) return;
  scrollTo(found, 'center');
  const control = found.matches('a, button, summary')
    ? found
    : found.querySelector<HTMLElement>('input, select, button, a');
  control?.focus({ preventScroll: true });
}

function scrollTo(element: HTMLElement, block: 'nearest' | 'center'): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, behavior: isCalm ? 'auto' : 'smooth' });
}

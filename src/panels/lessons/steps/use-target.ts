// The real control or view that a step asks for: highlighted, brought into sight, and given the focus on demand.
import type { Target } from '../../../catalog/lessons/lesson';
import { useHighlight } from '../../../ui/highlight/use-highlight';
import { findTarget } from './find-target';

/**
 * @param target null: none
 * @param place the view that it is in
 * @returns scrolls there, and gives the control the focus where it takes it
 */
export function useTarget(target: Target | null, place: string): () => void {
  const find = () => target && findTarget(target, place);
  const findAll = () => {
    const found = find();
    return found ? [found] : [];
  };
  useHighlight(target && JSON.stringify(target), findAll, (found) => scrollTo(found, 'nearest'));
  return () => {
    const found = find();
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

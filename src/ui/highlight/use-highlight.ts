// A calm ring around what is spoken of elsewhere: by the line over the hourglass, by a step of a lesson.
import { useEffect, useEffectEvent } from 'react';
import './highlight.css';

const attribute = 'data-highlighted';

/** Views load, and controls come and go with settings. */
const lookEveryMs = 400;

/** How many ask for the ring of an element. */
const asking = new WeakMap<Element, number>();

function ask(element: Element, more: 1 | -1): void {
  const count = (asking.get(element) ?? 0) + more;
  asking.set(element, count);
  element.toggleAttribute(attribute, count > 0);
}

/** The elements with this `data-control`, wherever they stand. */
export function elementsOfControl(control: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-control="${CSS.escape(control)}"]`)];
}

/**
 * Highlights what `find` finds, also where it comes into the page only later, until the component goes or looks for something else.
 * @param key what is looked for; null: nothing
 * @param onFound called with what has come
 */
export function useHighlight(
  key: string | null,
  find: () => readonly HTMLElement[],
  onFound?: (element: HTMLElement) => void,
): void {
  const findNow = useEffectEvent(find);
  const tell = useEffectEvent((element: HTMLElement) => onFound?.(element));
  useEffect(() => {
    if (key === null) return undefined;
    let marked: readonly HTMLElement[] = [];
    const mark = (found: readonly HTMLElement[]) => {
      const come = found.filter((element) => !marked.includes(element));
      marked.filter((element) => !found.includes(element)).forEach((element) => ask(element, -1));
      come.forEach((element) => ask(element, 1));
      marked = found;
      come.forEach(tell);
    };
    const look = () => mark(findNow());
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => {
      clearInterval(timer);
      marked.forEach((element) => ask(element, -1));
    };
  }, [key]);
}

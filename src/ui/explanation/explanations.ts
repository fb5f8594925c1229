// What explains which element, and the one explanation that is shown. The elements carry an id in `data-explained`; what is known of
// the pointer, the focus and the keys is in watch.ts, and what is drawn in bubble/, which loads with the first explanation shown.
import type { ReactNode } from 'react';
import type { TermId } from '../../core/glossary/term-id';

export interface Explanation {
  /** One or two sentences. Left out: the sentence of the term. */
  readonly text?: ReactNode;
  /** In TeX. */
  readonly formula?: string | undefined;
  /** The term of the glossary that it leads to. */
  readonly term?: TermId | undefined;
  readonly side: 'top' | 'left';
}

/** `press`: opened by a press, it stays until it is closed, and the focus may go into it. */
export type ShownBy = 'pointer' | 'focus' | 'press';

export interface Shown {
  readonly id: string;
  /** The element that it is about. */
  readonly anchor: HTMLElement;
  readonly by: ShownBy;
  /** What was pressed, and gets the focus back. */
  readonly pressed: HTMLElement | null;
}

const explanations = new Map<string, Explanation>();
const listeners = new Set<() => void>();
let shown: Shown | null = null;

function change(next: Shown | null): void {
  shown = next;
  listeners.forEach((listener) => listener());
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function getShown(): Shown | null {
  return shown;
}

export function explanationOf(id: string): Explanation | undefined {
  return explanations.get(id);
}

/** The explained element around this one, if there is one. */
export function explainedAround(element: EventTarget | null): HTMLElement | null {
  const anchor = element instanceof Element ? element.closest<HTMLElement>('[data-explained]') : null;
  return anchor && explanations.has(anchor.dataset['explained'] ?? '') ? anchor : null;
}

/** Explains what carries `id`, until the function that it returns is called. One that is shown changes at once. */
export function explain(id: string, explanation: Explanation): () => void {
  explanations.set(id, explanation);
  if (shown?.id === id) change({ ...shown });
  return () => {
    explanations.delete(id);
    // After what follows at once: the same with another text.
    queueMicrotask(() => {
      if (shown?.id === id && !explanations.has(id)) hide();
    });
  };
}

export function show(anchor: HTMLElement, by: ShownBy, pressed: HTMLElement | null = null): void {
  change({ id: anchor.dataset['explained'] ?? '', anchor, by, pressed });
}

export function hide(): void {
  if (shown !== null) change(null);
}

/** Whether a press has opened the explanation of this element. */
export function isOpenedAt(element: HTMLElement): boolean {
  return shown?.by === 'press' && shown.anchor === explainedAround(element);
}

/** Opens the explanation around a button that was pressed, or closes it where a press has opened it. */
export function toggleByPress(button: HTMLElement): void {
  const anchor = explainedAround(button);
  if (anchor === null) return;
  if (isOpenedAt(button)) hide();
  else show(anchor, 'press', button);
}

// When an explanation is shown: the pointer rests on what it explains, the focus comes to it by key, or it is pressed. It stays while
// the pointer is over it, and Escape closes it (WCAG 1.4.13). Only its link catches the pointer: a press goes through it to the control
// that it covers, and closes it. So whether the pointer is over it follows from places, not from events.
import { termHref } from '../../core/glossary/term-id';
import { explainedAround, explanationOf, getShown, hide, show } from './explanations';

/** How long the pointer has to rest; less where one is shown, or was just before. */
const restMs = { first: 450, next: 120 } as const;
const recentMs = 300;
/** How long the pointer may be on its way from what is explained to the explanation. */
const graceMs = 150;
/** CSS pixels between the two. */
const gap = 10;

/** Follows pointer, focus and keys of the whole page until the function that it returns is called. */
export function watchForExplanations(): () => void {
  let opening = 0;
  /** What is opened when the pointer has rested. */
  let next: HTMLElement | null = null;
  let closing = 0;
  let shownUntil = -Infinity;
  /** Whether a key moved the focus last: a press must not open what it is about to use. */
  let byKey = false;
  /** What was pressed is in use: resting on it explains nothing until the pointer has left it. */
  let inUse: HTMLElement | null = null;
  /** Where the pointer was last. */
  let place = { x: NaN, y: NaN };
  /** Something has come under a pointer that rests: it explains nothing until the pointer moves. */
  let cameUnder = false;

  function forgetNext(): void {
    clearTimeout(opening);
    next = null;
  }

  function stay(): void {
    clearTimeout(closing);
    closing = 0;
  }

  function open(anchor: HTMLElement, by: 'pointer' | 'focus'): void {
    forgetNext();
    stay();
    show(anchor, by);
  }

  function close(): void {
    forgetNext();
    stay();
    if (getShown() !== null) shownUntil = performance.now();
    hide();
  }

  function openSoon(anchor: HTMLElement): void {
    if (next === anchor) return;
    forgetNext();
    next = anchor;
    const isNext = getShown() !== null || performance.now() - shownUntil < recentMs;
    opening = window.setTimeout(() => open(anchor, 'pointer'), isNext ? restMs.next : restMs.first);
  }

  function onPointer({ pointerType, target, clientX, clientY, buttons }: PointerEvent): void {
    if (pointerType === 'touch' || buttons !== 0) return;
    const shown = getShown();
    if (shown?.by === 'press') return;
    const anchor = explainedAround(target);
    if (shown !== null && (anchor === shown.anchor || isOverBubble(clientX, clientY))) {
      forgetNext();
      stay();
      return;
    }
    if (anchor !== inUse) inUse = null;
    if (anchor === null || anchor === inUse) forgetNext();
    else openSoon(anchor);
    if (shown?.by === 'pointer' && closing === 0)
      closing = window.setTimeout(() => {
        closing = 0;
        shownUntil = performance.now();
        hide();
      }, graceMs);
  }

  /** Less than a pixel is the rounding of the event that the browser makes up for what comes under the pointer. */
  function hasMoved({ clientX: x, clientY: y }: PointerEvent): boolean {
    const moved = !(Math.abs(x - place.x) < 1 && Math.abs(y - place.y) < 1);
    place = { x, y };
    return moved;
  }

  function onPointerOver(event: PointerEvent): void {
    cameUnder = !hasMoved(event) && getShown() === null;
    if (cameUnder) forgetNext();
    else onPointer(event);
  }

  function onPointerMove(event: PointerEvent): void {
    const isNews = cameUnder && hasMoved(event);
    if (isNews || getShown() !== null) onPointer(event);
    if (isNews) cameUnder = false;
    place = { x: event.clientX, y: event.clientY };
  }

  function onPointerOut({ relatedTarget }: PointerEvent): void {
    const leavesWindow = relatedTarget === null;
    if (leavesWindow && getShown()?.by === 'pointer') close();
    if (leavesWindow) forgetNext();
  }

  function onPress({ target }: PointerEvent): void {
    byKey = false;
    inUse = explainedAround(target);
    const isOfShown =
      target instanceof Node && (getShown()?.pressed?.contains(target) === true || isInBubble(target));
    if (!isOfShown) close();
  }

  function onFocusIn({ target }: FocusEvent): void {
    if (isInBubble(target)) return;
    const anchor = explainedAround(target);
    const shown = getShown();
    if (shown !== null && anchor === shown.anchor) return;
    if (anchor !== null && byKey) open(anchor, 'focus');
    else if (shown !== null && shown.by !== 'pointer') close();
  }

  function onFocusOut({ relatedTarget }: FocusEvent): void {
    // Where the focus goes to is told by what follows; this is for focus that goes nowhere.
    if (relatedTarget === null && getShown()?.by === 'focus') close();
  }

  function onKey(event: KeyboardEvent): void {
    byKey = true;
    const shown = getShown();
    if (shown === null) return;
    const term = explanationOf(shown.id)?.term;
    if (event.key === 'Escape') {
      // It alone is closed, not the dialog around it.
      event.preventDefault();
      if (isInBubble(document.activeElement)) shown.pressed?.focus();
      close();
    } else if (event.key === 'F1' && term !== undefined) {
      event.preventDefault();
      location.hash = termHref(term);
    }
  }

  const stop = new AbortController();
  const watched = { signal: stop.signal, passive: true };
  document.addEventListener('pointerover', onPointerOver, watched);
  document.addEventListener('pointermove', onPointerMove, watched);
  document.addEventListener('pointerout', onPointerOut, watched);
  document.addEventListener('pointerdown', onPress, { ...watched, capture: true });
  document.addEventListener('focusin', onFocusIn, watched);
  document.addEventListener('focusout', onFocusOut, watched);
  document.addEventListener('keydown', onKey, { signal: stop.signal, capture: true });
  window.addEventListener('hashchange', close, watched);
  return () => {
    stop.abort();
    close();
  };
}

/** The explanation that is drawn, if one is. */
function bubble(): Element | null {
  return document.querySelector('[data-explanation]');
}

function isInBubble(target: EventTarget | null): boolean {
  return target instanceof Node && bubble()?.contains(target) === true;
}

function isOverBubble(x: number, y: number): boolean {
  const box = bubble()?.getBoundingClientRect();
  return (
    box !== undefined &&
    x > box.left - gap &&
    x < box.right + gap &&
    y > box.top - gap &&
    y < box.bottom + gap
  );
}

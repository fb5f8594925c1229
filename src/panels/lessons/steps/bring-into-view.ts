// Scrolls what a lesson speaks of into the room that its sheet leaves: the page's scroll padding. A person's own hand on the page ends it.

/** Panels load, and grow when they come near the window. */
const lookEveryMs = 300;
const looks = 12;
/** A page that has not moved for this long stands still. */
const stillMs = 150;

let scrolledAt = -Infinity;
const pointersDown = new Set<number>();
addEventListener('scroll', () => (scrolledAt = performance.now()), { passive: true });
addEventListener('pointerdown', ({ pointerId }) => pointersDown.add(pointerId), { capture: true });
for (const type of ['pointerup', 'pointercancel'] as const)
  addEventListener(type, ({ pointerId }) => pointersDown.delete(pointerId), { capture: true });

const personsOwn = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

let endLast = (): void => undefined;

/**
 * Brings what `find` finds into view, now or within seconds, and keeps it there while the page around it settles. Waits while the page
 * scrolls or a pointer is down; ends when the person scrolls, presses or types, or when something else is brought into view.
 * @returns ends it
 */
export function bringIntoView(find: () => HTMLElement | null): () => void {
  endLast();
  const over = new AbortController();
  let looked = 0;
  const look = () => {
    if (looked++ >= looks) over.abort();
    const isBusy = pointersDown.size > 0 || performance.now() - scrolledAt < stillMs;
    const element = over.signal.aborted || isBusy ? null : find();
    if (element !== null) scrollToRoom(element);
  };
  const timer = setInterval(look, lookEveryMs);
  over.signal.addEventListener('abort', () => clearInterval(timer));
  const end = () => over.abort();
  for (const type of personsOwn)
    addEventListener(type, end, { capture: true, passive: true, signal: over.signal });
  endLast = end;
  look();
  return end;
}

/** Whether it stays where it is when the page scrolls. */
export function isFixed(element: Element): boolean {
  for (let one: Element | null = element; one !== null; one = one.parentElement)
    if (getComputedStyle(one).position === 'fixed') return true;
  return false;
}

/** The whole of it, or its beginning where it is higher than the room. */
function scrollToRoom(element: HTMLElement): void {
  const { top, bottom, height } = element.getBoundingClientRect();
  if (height === 0) return;
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const room = {
    top: Number.parseFloat(scrollPaddingTop) || 0,
    bottom: innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0),
  };
  const fits = height <= room.bottom - room.top;
  const stands = fits ? top >= room.top - 1 && bottom <= room.bottom + 1 : Math.abs(top - room.top) <= 1;
  if (stands) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: fits ? 'center' : 'start', behavior: isCalm ? 'auto' : 'smooth' });
}

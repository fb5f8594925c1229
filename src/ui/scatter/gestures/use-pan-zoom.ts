// Pan and zoom by mouse, pen, fingers and keys. One finger is left to the page, so that a phone can scroll past the map; so is
// the wheel, until Ctrl is held or the map has the focus.
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { ElementSize } from '../../element-size';
import { panBy, restingView, zoomAt } from '../frame/fit-frame';
import type { ViewTransform } from '../frame/fit-frame';

interface Grip {
  x: number;
  y: number;
}

const keyPan: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where a pointer is, in CSS pixels from the top left of an element. */
export function local(element: Element, event: { clientX: number; clientY: number }): Grip {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** How long it is said how to zoom, after a wheel that did not. */
const hintMs = 1500;

type Update = (view: ViewTransform) => ViewTransform;

/** The view, kept here or by the caller through `onChange`, so that several maps can share it. */
function useView(
  given: ViewTransform | undefined,
  onChange: ((view: ViewTransform) => void) | undefined,
): [ViewTransform, (update: Update) => void] {
  const [own, setOwn] = useState<ViewTransform>(restingView);
  const view = given ?? own;
  // Two updates may come before one rendering.
  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
  }, [view]);
  function setView(update: Update) {
    latest.current = update(latest.current);
    if (given === undefined) setOwn(latest.current);
    onChange?.(latest.current);
  }
  return [view, setView];
}

/**
 * Put `surface` (ref and handlers) on the element that takes the pointer.
 * @param given the view where it is kept elsewhere
 */
export function usePanZoom(
  size: ElementSize,
  given?: ViewTransform,
  onChange?: (view: ViewTransform) => void,
) {
  const [view, setView] = useView(given, onChange);
  const surface = useRef<HTMLDivElement>(null);
  const grips = useRef(new Map<number, Grip>());
  const moved = useRef(0);

  const [showsWheelHint, setShowsWheelHint] = useState(false);
  const hintTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(hintTimer.current), []);

  const onWheel = useEffectEvent((element: HTMLDivElement, event: WheelEvent) => {
    const zooms = event.ctrlKey || event.metaKey || element === document.activeElement;
    setShowsWheelHint(!zooms);
    clearTimeout(hintTimer.current);
    if (!zooms) {
      hintTimer.current = setTimeout(() => setShowsWheelHint(false), hintMs);
      return;
    }
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 14 : 1);
    setView((before) => zoomAt(before, Math.exp(-pixels / 300), local(element, event), size));
  });
  useEffect(() => {
    const element = surface.current;
    if (!element) return undefined;
    // React's own wheel listener is passive and could not keep the page from scrolling.
    const listen = (event: WheelEvent) => onWheel(element, event);
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, []);

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    moved.current = 0;
    grips.current.set(event.pointerId, local(event.currentTarget, event));
    if (event.pointerType !== 'touch') event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const before = grips.current.get(event.pointerId);
    if (!before) return;
    const now = local(event.currentTarget, event);
    moved.current += Math.hypot(now.x - before.x, now.y - before.y);
    const other = [...grips.current].find(([id]) => id !== event.pointerId)?.[1];
    grips.current.set(event.pointerId, now);
    if (event.pointerType === 'touch' && !other) return;
    if (!other) {
      setView((view) => panBy(view, now.x - before.x, now.y - before.y, size));
      return;
    }
    const spread = Math.hypot(now.x - other.x, now.y - other.y);
    const spreadBefore = Math.hypot(before.x - other.x, before.y - other.y);
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    setView((view) =>
      panBy(
        zoomAt(view, spread / Math.max(1, spreadBefore), middle, size),
        (now.x - before.x) / 2,
        (now.y - before.y) / 2,
        size,
      ),
    );
  }

  function onPointerEnd(event: PointerEvent<HTMLDivElement>) {
    grips.current.delete(event.pointerId);
  }

  function zoomBy(factor: number) {
    setView((view) => zoomAt(view, factor, { x: size.width / 2, y: size.height / 2 }, size));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = keyPan[event.key];
    if (pan) setView((view) => panBy(view, (pan[0] * size.width) / 10, (pan[1] * size.height) / 10, size));
    else if (event.key === '+' || event.key === '=') zoomBy(1.25);
    else if (event.key === '-') zoomBy(0.8);
    else if (event.key === '0' || event.key === 'Home') setView(() => restingView);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    view,
    /** The wheel was turned over the map and scrolled the page instead of zooming. */
    showsWheelHint,
    reset: () => setView(() => restingView),
    zoomBy,
    onKeyDown,
    /** Whether the pointer is held down, and whether the last press was a drag rather than a click. */
    isHeld: () => grips.current.size > 0,
    wasDragged: () => moved.current > 4,
    surface: {
      ref: surface,
      onPointerDown,
      onPointerMove,
      onPointerUp: onPointerEnd,
      onPointerCancel: onPointerEnd,
    },
  };
}

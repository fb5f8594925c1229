// Zoom and pan along a long series by keys, wheel, drag and buttons. As on the maps, the wheel is left to the page until Ctrl is
// held or the series has the focus; a finger drags it sideways, and scrolls the page up and down.
import { useEffect, useEffectEvent, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { panned, wholeSeries, zoomed, zoomPoint, type SeriesView } from './series-view';

interface SeriesViewProps {
  view: SeriesView;
  /** Points of the whole series. */
  length: number;
  /** Pixels of the plot, and of what is left of it. */
  width: number;
  left: number;
  /** What keys and buttons zoom about, where it is in view. */
  chosen: SeriesView | null;
  onView: (view: SeriesView) => void;
  /** A point was pressed. */
  onPoint: (point: number) => void;
}

/** Pixels that a press may move and still be one. */
const dragFrom = 4;

export function useSeriesView({ view, length, width, left, chosen, onView, onPoint }: SeriesViewProps) {
  const surface = useRef<HTMLDivElement>(null);
  const held = useRef<{ x: number; view: SeriesView; moved: boolean } | null>(null);
  const span = view.to - view.from;
  const xOf = (event: { clientX: number }, element: Element) =>
    event.clientX - element.getBoundingClientRect().left - left;
  const pointAt = (x: number) => view.from + (x / Math.max(1, width)) * span;

  function zoomBy(factor: number, at = zoomPoint(view, chosen)): void {
    onView(zoomed(view, factor, at, length));
  }
  /** @param share of what is in view; above 0: later */
  const panBy = (share: number) => onView(panned(view, share * span, length));
  const showAll = () => onView(wholeSeries(length));

  const onWheel = useEffectEvent((element: HTMLDivElement, event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey && element !== document.activeElement) return;
    event.preventDefault();
    const pixels = event.deltaMode === 1 ? 14 : 1;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) panBy((event.deltaX * pixels) / Math.max(1, width));
    else zoomBy(Math.exp((-event.deltaY * pixels) / 300), pointAt(xOf(event, element)));
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
    held.current = { x: event.clientX, view, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const before = held.current;
    if (before === null) return;
    const moved = event.clientX - before.x;
    if (Math.abs(moved) > dragFrom) before.moved = true;
    if (before.moved)
      onView(
        panned(before.view, (-moved / Math.max(1, width)) * (before.view.to - before.view.from), length),
      );
  }

  function onPointerUp(event: PointerEvent<HTMLDivElement>) {
    const wasPress = held.current !== null && !held.current.moved;
    held.current = null;
    if (wasPress) onPoint(Math.min(length - 1, Math.max(0, pointAt(xOf(event, event.currentTarget)))));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowLeft') panBy(-0.1);
    else if (event.key === 'ArrowRight') panBy(0.1);
    else if (event.key === 'PageUp') panBy(-0.9);
    else if (event.key === 'PageDown') panBy(0.9);
    else if (event.key === '+' || event.key === '=') zoomBy(1.5);
    else if (event.key === '-') zoomBy(1 / 1.5);
    else if (event.key === '0' || event.key === 'Home') showAll();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    zoomBy: (factor: number) => zoomBy(factor),
    panBy,
    showAll,
    surface: {
      ref: surface,
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: () => {
        held.current = null;
      },
      onKeyDown,
      onDoubleClick: showAll,
    },
  };
}

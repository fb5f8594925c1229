// A lasso drawn with the pointer: by dragging when it is the tool, or with Shift held. Escape cancels it.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { Place } from './lasso';

/** Pixels between two corners: fewer make no difference that is seen. */
const leastStep = 3;

/**
 * @param isTool every drag draws; else only one with Shift
 * @param onDrawn the closed line, in CSS pixels from the top left of the map; null: there is no lasso here
 */
export function useLasso(isTool: boolean, onDrawn: ((line: readonly Place[]) => void) | null) {
  const drawn = useRef<readonly Place[] | null>(null); // two moves may come before one rendering
  const [line, setLine] = useState<readonly Place[] | null>(null);
  const isDrawing = line !== null;
  const draw = (next: readonly Place[] | null) => {
    drawn.current = next;
    setLine(next);
  };

  const letGo = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') draw(null);
  });
  useEffect(() => {
    if (!isDrawing) return undefined;
    const listen = (event: KeyboardEvent) => letGo(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isDrawing]);

  const place = (event: PointerEvent<HTMLDivElement>): Place => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  return {
    line,
    /** Each tells whether the lasso took the event. */
    onPointerDown(event: PointerEvent<HTMLDivElement>): boolean {
      if (onDrawn === null || event.button !== 0 || !(isTool || event.shiftKey)) return false;
      event.currentTarget.setPointerCapture(event.pointerId);
      draw([place(event)]);
      return true;
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>): boolean {
      if (drawn.current === null) return false;
      const next = place(event);
      const last = drawn.current.at(-1);
      if (!last || Math.hypot(next.x - last.x, next.y - last.y) >= leastStep) draw([...drawn.current, next]);
      return true;
    },
    onPointerUp(): boolean {
      const closed = drawn.current;
      if (closed === null) return false;
      draw(null);
      // A press without a drag is a click.
      if (closed.length < 3) return false;
      onDrawn?.(closed);
      return true;
    },
    /** The browser took the gesture for something else: half a line selects nothing. */
    onPointerCancel(): boolean {
      if (drawn.current === null) return false;
      draw(null);
      return true;
    },
  };
}

// Dragging along a horizontal track. A mouse or a pen sets the value at once. A finger may be on its way down the page: its
// gesture counts once it has moved along the track, or when it is lifted where it touched (a tap). What a cancelled gesture
// has changed is taken back.
import { useRef } from 'react';
import type { PointerEvent } from 'react';

/** CSS pixels that a finger moves before its direction is clear. */
const touchSlop = 8;

interface Drag {
  readonly pointerId: number;
  readonly startX: number;
  readonly startY: number;
  readonly startValue: number;
  /** The value last set by this drag; null until the gesture counts. */
  latest: number | null;
}

interface TrackDragOptions {
  value: number;
  disabled: boolean;
  /** The value at a place of the track, 0 (left end) to 1 (right end); places outside are allowed. */
  valueAt: (place: number) => number;
  onStart: () => void;
  onChange: (value: number) => void;
  onCommit: ((value: number) => void) | undefined;
}

/** Half the thumb's width: its centre travels between the insets. */
const inset = 8;

/** @returns handlers for the track, and whether a drag is in progress */
export function useTrackDrag(options: TrackDragOptions) {
  const { value, disabled, valueAt, onStart, onChange, onCommit } = options;
  const drag = useRef<Drag | null>(null);

  function move(held: Drag, event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const next = valueAt((event.clientX - box.left - inset) / Math.max(1, box.width - 2 * inset));
    if (next !== (held.latest ?? held.startValue)) onChange(next);
    held.latest = next;
  }

  function held(event: PointerEvent<HTMLDivElement>): Drag | null {
    return drag.current?.pointerId === event.pointerId ? drag.current : null;
  }

  return {
    isDragging: () => drag.current !== null,
    track: {
      onPointerDown(event: PointerEvent<HTMLDivElement>) {
        if (disabled || event.button !== 0 || drag.current !== null) return;
        const { pointerId, clientX, clientY } = event;
        drag.current = { pointerId, startX: clientX, startY: clientY, startValue: value, latest: null };
        event.preventDefault();
        event.currentTarget.setPointerCapture(pointerId);
        onStart();
        if (event.pointerType !== 'touch') move(drag.current, event);
      },
      onPointerMove(event: PointerEvent<HTMLDivElement>) {
        const current = held(event);
        if (!current) return;
        const along = Math.abs(event.clientX - current.startX);
        const across = Math.abs(event.clientY - current.startY);
        if (current.latest === null && (along < touchSlop || along < across)) return;
        move(current, event);
      },
      onPointerUp(event: PointerEvent<HTMLDivElement>) {
        const current = held(event);
        if (!current) return;
        const moved = Math.hypot(event.clientX - current.startX, event.clientY - current.startY);
        if (current.latest === null && moved < touchSlop) move(current, event);
        drag.current = null;
        if (current.latest !== null) onCommit?.(current.latest);
      },
      onPointerCancel(event: PointerEvent<HTMLDivElement>) {
        const current = held(event);
        if (!current) return;
        drag.current = null;
        if (current.latest === null || current.latest === current.startValue) return;
        onChange(current.startValue);
        onCommit?.(current.startValue);
      },
    },
  };
}

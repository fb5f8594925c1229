// Where the cross-hair of a chart stands: under the pointer, or moved from point to point by the arrow keys.
import { useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { ChartFrame } from '../chart-frame';
import { nearestIndex } from '../series';
import type { ChartSeries } from '../series';

export function useCrossHair(series: readonly ChartSeries[], frame: ChartFrame | null) {
  const [x, setX] = useState<number | null>(null);
  const hide = () => setX(null);

  function follow(event: PointerEvent<HTMLElement>) {
    if (!frame) return;
    const pixelX = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setX(pixelX < frame.margins.left - 8 ? null : frame.toX(pixelX));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') hide();
    const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const [longest] = [...series].sort((a, b) => b.x.length - a.x.length);
    if (direction === 0 || !longest) return;
    event.preventDefault();
    const last = longest.x.length - 1;
    const index = x === null ? last : nearestIndex(longest.x, x) + direction;
    setX(longest.x[Math.min(last, Math.max(0, index))] ?? null);
  }

  return {
    x,
    /** For the element that holds the chart. */
    handlers: {
      tabIndex: 0,
      onPointerMove: follow,
      onPointerDown: follow,
      onPointerLeave: hide,
      onBlur: hide,
      onKeyDown,
    },
  };
}

// Where an explanation stands: beside what it explains, wholly within the window. Pure.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface BubblePlace {
  readonly left: number;
  readonly top: number;
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  /** Where its tip points, from its left edge, or from its upper one where it stands to the side. */
  readonly tip: number;
}

/** CSS pixels to what it explains, and to the edge of the window. */
const distance = 6;
const margin = 8;
/** The tip keeps this far from the rounded corners. */
const corner = 12;

/**
 * On the side that is asked for; on the opposite one where it has no room there and more on the other.
 * @param anchor what is explained, in the window
 */
export function placeBubble(
  anchor: Box,
  bubble: Pick<Box, 'width' | 'height'>,
  view: Pick<Box, 'width' | 'height'>,
  side: 'top' | 'left',
): BubblePlace {
  const isBeside = side === 'left';
  const [start, length, size, room] = isBeside
    ? [anchor.left, anchor.width, bubble.width, view.width]
    : [anchor.top, anchor.height, bubble.height, view.height];
  const before = start - distance - margin;
  const after = room - start - length - distance - margin;
  const isBefore = before >= size || before >= after;
  const along = isBefore ? start - distance - size : start + length + distance;
  const [middle, across, width] = isBeside
    ? [anchor.top + anchor.height / 2, bubble.height, view.height]
    : [anchor.left + anchor.width / 2, bubble.width, view.width];
  const place = clamp(middle - across / 2, margin, width - margin - across);
  const tip = clamp(middle - place, corner, across - corner);
  const within = clamp(along, margin, room - margin - size);
  return isBeside
    ? { left: within, top: place, side: isBefore ? 'left' : 'right', tip }
    : { left: place, top: within, side: isBefore ? 'top' : 'bottom', tip };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

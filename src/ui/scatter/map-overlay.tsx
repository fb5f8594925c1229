// What is written over the map: the names of the classes, and the ring of a marked place that follows pan and zoom.
import { t } from '@lingui/core/macro';
import type { ElementSize } from '../element-size';
import type { CategoryPlace } from './category-places';
import { toPixel } from './frame/fit-frame';
import type { FitFrame, ViewTransform } from './frame/fit-frame';
import type { Place } from './gestures/lasso';
import styles from './scatter-map.module.css';

export interface MapMarker {
  /** In data coordinates. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

interface MarkerRingProps {
  marker: MapMarker;
  frame: FitFrame;
  view: ViewTransform;
  size: ElementSize;
}

const edge = 14;

/** A ring at the marker; when that is outside the view, an arrow at the edge that points to it. */
export function MarkerRing({ marker, frame, view, size }: MarkerRingProps) {
  const { x, y } = toPixel(
    (marker.x - frame.centreX) / frame.scale,
    (marker.y - frame.centreY) / frame.scale,
    view,
    size,
  );
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const shownX = Math.min(size.width - edge, Math.max(edge, x));
  const shownY = Math.min(size.height - edge, Math.max(edge, y));
  const isOutside = Math.hypot(x - shownX, y - shownY) > edge;
  const onLeft = shownX > size.width * 0.7;
  const angle = Math.atan2(y - shownY, x - shownX);
  return (
    <div
      className={styles.marker}
      data-outside={isOutside}
      style={{ transform: `translate(${shownX.toFixed(1)}px, ${shownY.toFixed(1)}px)` }}
    >
      {isOutside ? (
        <svg
          className={styles.arrow}
          width={18}
          height={18}
          viewBox="-9 -9 18 18"
          style={{ rotate: `${angle.toFixed(3)}rad` }}
        >
          <path d="M-5 -5.5 L6 0 L-5 5.5 Z" />
        </svg>
      ) : (
        <span className={styles.ring} />
      )}
      <span className={onLeft ? styles.markerNameLeft : styles.markerName}>{marker.label}</span>
    </div>
  );
}

/** The line that is being drawn, in CSS pixels. */
export function LassoLine({ line }: { line: readonly Place[] }) {
  return (
    <svg className={styles.lasso}>
      <polygon points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </svg>
  );
}

interface PointRingProps {
  /** In normalised units. */
  x: number;
  y: number;
  colour: string | undefined;
  look: 'hovered' | 'picked';
  view: ViewTransform;
  size: ElementSize;
}

/** Lifts one point of the map out of the crowd. */
export function PointRing({ x, y, colour, look, view, size }: PointRingProps) {
  const at = toPixel(x, y, view, size);
  return (
    <span
      className={look === 'hovered' ? styles.hoveredPoint : styles.pickedPoint}
      style={{ transform: `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`, background: colour }}
    />
  );
}

interface CategoryNamesProps {
  places: readonly CategoryPlace[];
  names: readonly string[];
  view: ViewTransform;
  size: ElementSize;
}

/** About half of what a name takes, in CSS pixels. */
function halfWidth(name: string): number {
  return Math.max(7.5, 4 * name.length);
}

/** Writes each class's name where its points are; a name that would cover an earlier one is left out. */
export function CategoryNames({ places, names, view, size }: CategoryNamesProps) {
  const taken: { x: number; y: number; half: number }[] = [];
  return places.map(({ category, x, y }) => {
    const place = toPixel(x, y, view, size);
    const isInside = place.x > 6 && place.y > 8 && place.x < size.width - 6 && place.y < size.height - 8;
    const half = halfWidth(names[category] ?? '');
    // A long name at the edge is moved inwards.
    const at = { x: Math.max(half, Math.min(place.x, size.width - half)), y: place.y };
    const isFree = taken.every(
      (other) => Math.abs(other.x - at.x) > half + other.half || Math.abs(other.y - at.y) > 15,
    );
    if (!isInside || !isFree) return null;
    taken.push({ ...at, half });
    return (
      <span key={category} className={styles.categoryName} style={{ left: at.x, top: at.y }}>
        {names[category]}
      </span>
    );
  });
}

/** Explains how to zoom, after the wheel scrolled the page instead. */
export function WheelHint() {
  const key = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  return <p className={styles.wheelHint}>{t`${key} + wheel zooms, or click the map first`}</p>;
}

// Names of the reference lines and marks of changes, over the curves.
import styles from '../chart.module.css';
import type { ChartFrame } from '../chart-frame';
import { isDrawable } from '../series';
import type { ChartMark, ReferenceValue } from '../series';
import { namePlaces } from './name-places';

/** Names further left leave room for the longest name. */
const columnWidth = 92;

/** Names each reference at its right end. */
export function ReferenceNames({
  references,
  frame,
}: {
  references: readonly ReferenceValue[];
  frame: ChartFrame;
}) {
  const { yAxis, margins } = frame;
  const placed = references
    .filter((reference) => isDrawable(reference.y, yAxis.scale))
    .map((reference) => ({ reference, y: frame.toPixelY(reference.y) }))
    .sort((a, b) => a.y - b.y);
  const places = namePlaces(
    placed.map(({ y }) => y),
    margins.top - 12,
  );
  return placed.map(({ reference }, index) => {
    const { top, column } = places[index] ?? { top: 0, column: 0 };
    return (
      <span
        key={reference.label}
        className={styles.referenceName}
        style={{ top, right: margins.right + 2 + column * columnWidth }}
      >
        {reference.label}
      </span>
    );
  });
}

/** A thin line at each mark. Its words are shown where there is room, and in the read-out on hover. */
export function Marks({ marks, frame }: { marks: readonly ChartMark[]; frame: ChartFrame }) {
  const { size, margins } = frame;
  let taken = -Infinity;
  return marks.map((mark, index) => {
    const left = frame.toPixelX(mark.x);
    const next = marks[index + 1];
    const width = mark.label.length * 5.6 + 8;
    const end = Math.min(size.width, next === undefined ? Infinity : frame.toPixelX(next.x));
    const fits = left >= taken && left + width < end;
    if (fits) taken = left + width;
    return (
      <div
        key={`${mark.x} ${mark.label}`}
        className={styles.mark}
        style={{ left, top: margins.top - 6, height: size.height - margins.top - margins.bottom + 6 }}
      >
        {fits && <span className={styles.markName}>{mark.label}</span>}
      </div>
    );
  });
}

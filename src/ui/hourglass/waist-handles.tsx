// The two handles at the waist. Dragging either bends the waist from both sides. They are for the pointer only: the slider
// `Bottleneck size` does the same for the keyboard and for assistive technology.
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { classNames } from '../class-names';
import { codeSizeAt, handleDistance } from './hourglass-geometry';
import type { CodeRange, DiagramBox } from './hourglass-geometry';
import styles from './hourglass-diagram.module.css';

interface WaistHandlesProps {
  codeSize: number;
  range: CodeRange;
  box: DiagramBox;
  /** Middle of the bottleneck's column. */
  x: number;
  label: string;
  onChange: (codeSize: number) => void;
  onCommit?: ((codeSize: number) => void) | undefined;
}

const sides = [-1, 1] as const;

export function WaistHandles({ codeSize, range, box, x, label, onChange, onCommit }: WaistHandlesProps) {
  const middle = box.top + box.height / 2;
  const distance = handleDistance(codeSize, range, box);
  const drag = useRef<{ pointerId: number; startY: number; startDistance: number; last: number } | null>(
    null,
  );
  const [isDragged, setIsDragged] = useState(false);

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      pointerId: event.pointerId,
      startY: event.clientY,
      startDistance: distance,
      last: codeSize,
    };
    setIsDragged(true);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>, side: -1 | 1) {
    const held = drag.current;
    if (held?.pointerId !== event.pointerId) return;
    const next = codeSizeAt(held.startDistance + side * (event.clientY - held.startY), range, box);
    if (next === held.last) return;
    held.last = next;
    onChange(next);
  }

  function onPointerEnd(event: PointerEvent<HTMLDivElement>) {
    const held = drag.current;
    if (held?.pointerId !== event.pointerId) return;
    drag.current = null;
    setIsDragged(false);
    onCommit?.(held.last);
  }

  return (
    <div className={classNames(styles.handles, isDragged && styles.dragged)} aria-hidden="true">
      <div className={styles.thread} style={{ left: x, top: middle - distance, height: 2 * distance }} />
      <div className={styles.handleName} style={{ left: x, top: middle - distance }}>
        {label}
      </div>
      {sides.map((side) => (
        <div
          key={side}
          className={styles.handle}
          data-handle={side < 0 ? 'top' : 'bottom'}
          style={{ left: x, top: middle + side * distance }}
          onPointerDown={onPointerDown}
          onPointerMove={(event) => onPointerMove(event, side)}
          onPointerUp={onPointerEnd}
          onPointerCancel={onPointerEnd}
        />
      ))}
    </div>
  );
}

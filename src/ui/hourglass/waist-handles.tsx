// The two handles at the waist. Dragging either bends the waist from both sides. They serve the pointer only: the slider
// `Bottleneck size` serves the keyboard and assistive technology.
import { t } from '@lingui/core/macro';
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { classNames } from '../class-names';
import { codeSizeAt, handleDistance } from './hourglass-geometry';
import type { CodeRange, DiagramBox } from './hourglass-geometry';
import styles from './hourglass-diagram.module.css';

interface WaistHandlesProps {
  codeSize: number;
  /** What the handles drag. */
  name: string;
  range: CodeRange;
  box: DiagramBox;
  /** Middle of the bottleneck's column. */
  x: number;
  onChange: (codeSize: number) => void;
}

interface Drag {
  readonly pointerId: number;
  readonly startY: number;
  readonly startDistance: number;
  readonly startSize: number;
  last: number;
}

const sides = [-1, 1] as const;

export function WaistHandles({ codeSize, name, range, box, x, onChange }: WaistHandlesProps) {
  const middle = box.top + box.height / 2;
  const distance = handleDistance(codeSize, range, box);
  const drag = useRef<Drag | null>(null);
  const [isDragged, setIsDragged] = useState(false);

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      pointerId: event.pointerId,
      startY: event.clientY,
      startDistance: distance,
      startSize: codeSize,
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
  }

  /** The browser took the gesture for something else: what it changed is taken back. */
  function onPointerCancel(event: PointerEvent<HTMLDivElement>) {
    const held = drag.current;
    if (held?.pointerId !== event.pointerId) return;
    drag.current = null;
    setIsDragged(false);
    if (held.last === held.startSize) return;
    onChange(held.startSize);
  }

  return (
    <div className={classNames(styles.handles, isDragged && styles.dragged)} aria-hidden="true">
      <div className={styles.thread} style={{ left: x, top: middle - distance, height: 2 * distance }} />
      <div className={styles.handleName} style={{ left: x, top: middle - distance }}>
        {t`${name} · drag`}
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
          onPointerCancel={onPointerCancel}
        />
      ))}
    </div>
  );
}

// The two handles at the waist. Dragging either bends the waist from both sides. They serve the pointer only: the slider
// `Bottleneck size` serves the keyboard and assistive technology. Their name explains them to everybody.
import { t } from '@lingui/core/macro';
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { classNames } from '../class-names';
import { toggleByPress } from '../explanation/explanations';
import { ExplainedLabel } from '../explanation/explained-label';
import { Tooltip } from '../explanation/tooltip';
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
const meaning = t`How many numbers each sample is squeezed into. Drag it up or down, or use the slider “Bottleneck size”: the network goes on from what it has learned.`;

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
    // A tap that moved nothing asks what it is.
    if (event.pointerType === 'touch' && held.last === held.startSize) toggleByPress(event.currentTarget);
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
    <div className={classNames(styles.handles, isDragged && styles.dragged)}>
      <div className={styles.thread} style={{ left: x, top: middle - distance, height: 2 * distance }} />
      <Tooltip text={meaning} term="bottleneck">
        <div className={styles.handleName} style={{ left: x, top: middle - distance }} data-picture="omit">
          <ExplainedLabel>{t`${name} · drag`}</ExplainedLabel>
        </div>
      </Tooltip>
      {sides.map((side) => (
        <Tooltip key={side} text={meaning} term="bottleneck">
          <div
            className={styles.handle}
            data-handle={side < 0 ? 'top' : 'bottom'}
            style={{ left: x, top: middle + side * distance }}
            onPointerDown={onPointerDown}
            onPointerMove={(event) => onPointerMove(event, side)}
            onPointerUp={onPointerEnd}
            onPointerCancel={onPointerCancel}
          />
        </Tooltip>
      ))}
    </div>
  );
}

// A pad to draw on with mouse, pen or finger: white ink on black. The ink is reported while the stroke is being drawn, at
// most once per animation frame.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { classNames } from '../class-names';
import styles from './drawing-pad.module.css';
import { extendStroke, finishStroke, setPen } from './stroke';
import type { PenPoint } from './stroke';

/** What is on the pad: `alpha` `[height, width]`, 0 (none) to 255 (full ink), row by row from the top left. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly alpha: Uint8ClampedArray;
}

interface DrawingPadProps {
  /** Accessible name, exactly. */
  label?: string | undefined;
  /** Called with the ink while it is drawn, and with `null` when the pad has been cleared. */
  onInk: (ink: Ink | null) => void;
  /** The pad is cleared whenever this number changes. */
  clearSignal: number;
  hint?: string | undefined;
  /** What is on the pad when it appears. Later values change nothing. */
  initialInk?: Ink | null | undefined;
  className?: string | undefined;
}

const side = 280;
const penWidth = side / 12;

// willReadFrequently keeps the pixels in memory: they are read back up to sixty times a second
function contextOf(canvas: HTMLCanvasElement | null): CanvasRenderingContext2D | null {
  return canvas?.getContext('2d', { willReadFrequently: true }) ?? null;
}

function readInk(context: CanvasRenderingContext2D): Ink {
  const { data } = context.getImageData(0, 0, side, side);
  const alpha = new Uint8ClampedArray(side * side);
  for (let i = 0; i < alpha.length; i++) alpha[i] = data[i * 4] ?? 0;
  return { width: side, height: side, alpha };
}

function paintInk(context: CanvasRenderingContext2D, { width, height, alpha }: Ink): void {
  const image = context.createImageData(width, height);
  for (let i = 0; i < alpha.length; i++) image.data.fill(alpha[i] ?? 0, 4 * i, 4 * i + 3);
  for (let i = 3; i < image.data.length; i += 4) image.data[i] = 255;
  context.putImageData(image, 0, 0);
}

function wipe(context: CanvasRenderingContext2D): void {
  context.fillStyle = '#000';
  context.fillRect(0, 0, side, side);
}

export function DrawingPad(props: DrawingPadProps) {
  const { label = 'Drawing', onInk, clearSignal, hint = 'Draw a digit', initialInk, className } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const stroke = useRef<{ pointerId: number; points: PenPoint[] } | null>(null);
  const frame = useRef(0);
  const [isEmpty, setIsEmpty] = useState(!initialInk);

  function report() {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    const context = contextOf(canvas.current);
    if (context) onInk(readInk(context));
  }

  function reportSoon() {
    if (frame.current === 0) frame.current = requestAnimationFrame(report);
  }

  const reportCleared = useEffectEvent(() => onInk(null));
  const paintInitial = useEffectEvent((context: CanvasRenderingContext2D) => {
    if (initialInk) paintInk(context, initialInk);
  });
  const cleared = useRef(clearSignal);
  useEffect(() => {
    const context = contextOf(canvas.current);
    if (context) wipe(context);
    stroke.current = null;
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    if (cleared.current === clearSignal) {
      if (context) paintInitial(context);
      return;
    }
    cleared.current = clearSignal;
    setIsEmpty(true);
    reportCleared();
  }, [clearSignal]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  function addPoints(
    event: PointerEvent<HTMLCanvasElement>,
    context: CanvasRenderingContext2D,
    points: PenPoint[],
  ) {
    const box = event.currentTarget.getBoundingClientRect();
    // older Safari has no getCoalescedEvents
    const coalesced = 'getCoalescedEvents' in event.nativeEvent ? event.nativeEvent.getCoalescedEvents() : [];
    for (const { clientX, clientY } of coalesced.length > 0 ? coalesced : [event.nativeEvent]) {
      points.push({
        x: ((clientX - box.left) / box.width) * side,
        y: ((clientY - box.top) / box.height) * side,
      });
      extendStroke(context, points);
    }
  }

  function onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
    const context = contextOf(canvas.current);
    if (!context || event.button !== 0 || stroke.current) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setPen(context, penWidth);
    stroke.current = { pointerId: event.pointerId, points: [] };
    addPoints(event, context, stroke.current.points);
    setIsEmpty(false);
    reportSoon();
  }

  function onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
    const context = contextOf(canvas.current);
    if (!context || stroke.current?.pointerId !== event.pointerId) return;
    addPoints(event, context, stroke.current.points);
    reportSoon();
  }

  function onPointerEnd(event: PointerEvent<HTMLCanvasElement>) {
    const context = contextOf(canvas.current);
    if (!context || stroke.current?.pointerId !== event.pointerId) return;
    finishStroke(context, stroke.current.points);
    stroke.current = null;
    report();
  }

  return (
    <div className={classNames(styles.pad, className)}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        width={side}
        height={side}
        className={styles.canvas}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
      />
      {isEmpty && (
        <span className={styles.hint} aria-hidden="true">
          {hint}
        </span>
      )}
    </div>
  );
}

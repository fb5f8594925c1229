// A pad to draw on with mouse, pen or finger: white ink on black. The ink is reported while the stroke is being drawn, at
// most once per animation frame. A stroke that the browser cancels (it takes the touch for a scroll) is taken back.
import { t } from '@lingui/core/macro';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { Ink } from '../../core/samples/drawing';
import { classNames } from '../class-names';
import styles from './drawing-pad.module.css';
import { emptyRaster, inkLine, paintRaster, type InkRaster } from './ink-raster';
import { strokeEnd, strokeExtension, type PenPoint } from './stroke';

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

interface Stroke {
  readonly pointerId: number;
  readonly points: PenPoint[];
  /** The ink before the stroke. */
  readonly before: Uint8ClampedArray;
}

/** The ink that the pad starts with. One of another size is not shown. */
function startingRaster(ink: Ink | null | undefined): InkRaster {
  const started = emptyRaster(side);
  if (ink?.alpha.length === started.alpha.length) started.alpha.set(ink.alpha);
  return started;
}

export function DrawingPad(props: DrawingPadProps) {
  const { label = t`Drawing`, onInk, clearSignal, hint = t`Draw a digit`, initialInk, className } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const raster = useRef<InkRaster | null>(null);
  const stroke = useRef<Stroke | null>(null);
  const frame = useRef(0);
  const [isEmpty, setIsEmpty] = useState(!initialInk);

  function report() {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    // a copy: the receiver keeps it, and the next stroke changes ours
    if (raster.current) onInk({ width: side, height: side, alpha: raster.current.alpha.slice() });
  }

  function reportSoon() {
    if (frame.current === 0) frame.current = requestAnimationFrame(report);
  }

  const reportCleared = useEffectEvent(() => onInk(null));
  const startInk = useEffectEvent(() => startingRaster(initialInk));
  const cleared = useRef(clearSignal);
  useEffect(() => {
    const isCleared = cleared.current !== clearSignal;
    cleared.current = clearSignal;
    stroke.current = null;
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    raster.current = isCleared ? emptyRaster(side) : startInk();
    const context = canvas.current?.getContext('2d');
    if (context) paintRaster(context, raster.current);
    if (!isCleared) return;
    setIsEmpty(true);
    reportCleared();
  }, [clearSignal]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  function drawLine(line: readonly PenPoint[]) {
    const context = canvas.current?.getContext('2d');
    const ink = raster.current;
    if (!context || !ink) return;
    line
      .slice(1)
      .forEach((to, index) => paintRaster(context, ink, inkLine(ink, line[index] ?? to, to, penWidth)));
  }

  function addPoints(event: PointerEvent<HTMLCanvasElement>, points: PenPoint[]) {
    const box = event.currentTarget.getBoundingClientRect();
    // older Safari has no getCoalescedEvents
    const coalesced = 'getCoalescedEvents' in event.nativeEvent ? event.nativeEvent.getCoalescedEvents() : [];
    for (const { clientX, clientY } of coalesced.length > 0 ? coalesced : [event.nativeEvent]) {
      points.push({
        x: ((clientX - box.left) / box.width) * side,
        y: ((clientY - box.top) / box.height) * side,
      });
      drawLine(strokeExtension(points));
    }
  }

  function onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
    if (!raster.current || event.button !== 0 || stroke.current) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    stroke.current = { pointerId: event.pointerId, points: [], before: raster.current.alpha.slice() };
    addPoints(event, stroke.current.points);
    setIsEmpty(false);
    reportSoon();
  }

  function onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
    if (stroke.current?.pointerId !== event.pointerId) return;
    addPoints(event, stroke.current.points);
    reportSoon();
  }

  function onPointerUp(event: PointerEvent<HTMLCanvasElement>) {
    if (stroke.current?.pointerId !== event.pointerId) return;
    drawLine(strokeEnd(stroke.current.points));
    stroke.current = null;
    report();
  }

  function onPointerCancel(event: PointerEvent<HTMLCanvasElement>) {
    if (stroke.current?.pointerId !== event.pointerId || !raster.current) return;
    const { before } = stroke.current;
    stroke.current = null;
    raster.current.alpha.set(before);
    const context = canvas.current?.getContext('2d');
    if (context) paintRaster(context, raster.current);
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    const isEmptyAgain = before.every((value) => value === 0);
    setIsEmpty(isEmptyAgain);
    if (isEmptyAgain) onInk(null);
    else report();
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
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerCancel}
      />
      {isEmpty && (
        <span className={styles.hint} aria-hidden="true">
          {hint}
        </span>
      )}
    </div>
  );
}

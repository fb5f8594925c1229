// A pad to draw a signal on with mouse, pen, finger or keys: a line over time. It is reported while it is being drawn, at most once
// per animation frame. A stroke that the browser cancels (it takes the touch for a scroll) is taken back.
import { t } from '@lingui/core/macro';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { SegmentedRadio } from '../../controls/fields/segmented-radio';
import { singleLook } from '../../sample/looks';
import { SampleCanvas } from '../../sample/canvas/sample-canvas';
import type { SampleInfo } from '../../sample/sample-look';
import { heightOf, valueAtHeight } from '../../sample/signal/signal-scale';
import { signalText } from '../../sample/signal/signal-text';
import { placeText } from '../../sample/words';
import { drawnOver, emptyLine, filledLine, isEmptyLine, type LinePlace } from './drawn-line';
import { cursorAfter, firstCursor, type LineCursor } from './line-pen';
import styles from './signal-pad.module.css';
import { keysHelp, penText } from './words';

export interface SignalPadProps {
  info: SampleInfo;
  /** On an empty pad, and the name of the place that takes the keys. */
  hint: string;
  /** What is on the pad when it appears, and whenever `revision` is another; null: nothing. */
  start: () => Float32Array | null;
  revision: number;
  /** Called with the line while it is drawn: a value at every point, `[length, channels]`; null where its first stroke is cancelled. */
  onLine: (line: Float32Array | null) => void;
  /** Width over height. */
  aspect?: number | undefined;
}

interface Stroke {
  readonly pointerId: number;
  readonly before: Float32Array;
  at: LinePlace;
}

export function SignalPad({ info, hint, start, revision, onLine, aspect }: SignalPadProps) {
  const { shape } = info;
  const [length = 1, channels = 1] = shape;
  const id = useId();
  const started = () => ({ revision, line: start() ?? emptyLine(shape) });
  const [shown, setShown] = useState(started);
  const [channel, setChannel] = useState(0);
  const [cursor, setCursor] = useState<LineCursor | null>(null);
  const [hovered, setHovered] = useState<LinePlace | null>(null);
  /** Ahead of `shown` while several events come within one frame. */
  const line = useRef(shown.line);
  const stroke = useRef<Stroke | null>(null);
  const frame = useRef(0);
  if (shown.revision !== revision) setShown(started());
  const takenOver = useRef(revision);
  useEffect(() => {
    if (takenOver.current !== shown.revision) line.current = shown.line;
    takenOver.current = shown.revision;
  }, [shown]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const look = useMemo(() => singleLook(shape), [shape]);
  const isEmpty = useMemo(() => isEmptyLine(shown.line), [shown]);
  const values = useMemo(
    () => (isEmpty ? new Float32Array(0) : filledLine(shown.line, channels)),
    [shown, isEmpty, channels],
  );
  const description = useMemo(() => signalText({ info, values, tone: 'ink' }), [info, values]);

  function report() {
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    onLine(isEmptyLine(line.current) ? null : filledLine(line.current, channels));
  }

  function change(next: Float32Array) {
    line.current = next;
    setShown({ revision, line: next });
    if (frame.current === 0) frame.current = requestAnimationFrame(report);
  }

  function placesOf(event: PointerEvent): LinePlace[] {
    const box = event.currentTarget.getBoundingClientRect();
    // older Safari has no getCoalescedEvents
    const coalesced = 'getCoalescedEvents' in event.nativeEvent ? event.nativeEvent.getCoalescedEvents() : [];
    return (coalesced.length > 0 ? coalesced : [event.nativeEvent]).map(({ clientX, clientY }) => ({
      point: ((clientX - box.left) / box.width) * (length - 1),
      value: valueAtHeight(Math.min(1, Math.max(0, 1 - (clientY - box.top) / box.height))),
    }));
  }

  function draw(stroking: Stroke, places: readonly LinePlace[]) {
    let next = line.current;
    for (const to of places) {
      next = drawnOver(next, channels, channel, stroking.at, to);
      stroking.at = to;
    }
    change(next);
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const at = placesOf(event).at(-1);
    if (event.button !== 0 || stroke.current || !at) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.parentElement?.focus({ preventScroll: true });
    setCursor(null);
    stroke.current = { pointerId: event.pointerId, before: line.current, at };
    draw(stroke.current, [at]);
  }

  function onPointerMove(event: PointerEvent) {
    const places = placesOf(event);
    setHovered(event.pointerType === 'touch' ? null : (places.at(-1) ?? null));
    if (stroke.current?.pointerId === event.pointerId) draw(stroke.current, places);
  }

  function onPointerUp(event: PointerEvent) {
    if (stroke.current?.pointerId !== event.pointerId) return;
    stroke.current = null;
    report();
  }

  function onPointerCancel(event: PointerEvent) {
    if (stroke.current?.pointerId !== event.pointerId) return;
    const { before } = stroke.current;
    stroke.current = null;
    change(before);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || stroke.current) return;
    const drawable = { line: line.current, channels, channel };
    const moved = cursorAfter(drawable, cursor ?? firstCursor(drawable), event);
    if (!moved) return;
    event.preventDefault();
    event.stopPropagation();
    setCursor(moved.cursor);
    if (moved.line !== line.current) change(moved.line);
  }

  const marked = cursor ?? hovered;
  return (
    <div>
      <div
        role="application"
        aria-label={hint}
        aria-describedby={`${id}-keys`}
        tabIndex={0}
        className={styles.pad}
        onKeyDown={onKeyDown}
        onBlur={() => setCursor(null)}
      >
        <div
          className={styles.hand}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerCancel}
          onPointerLeave={() => setHovered(null)}
        >
          <SampleCanvas
            label={t`Drawing`}
            columns={1}
            rows={1}
            {...{ description, look, shape, values, aspect }}
          />
          {marked && <PenMark place={marked} length={length} isDown={cursor?.isDown === true} />}
        </div>
        {isEmpty && !marked && (
          <span className={styles.hint} aria-hidden="true">
            {hint}
          </span>
        )}
        {marked && (
          <span className={styles.where} aria-hidden="true">
            {said(marked)}
          </span>
        )}
        <span id={`${id}-keys`} hidden>
          {keysHelp}
        </span>
        <span role="status" className="visually-hidden">
          {cursor ? penText(said(cursor), cursor.isDown) : ''}
        </span>
      </div>
      {channels > 1 && (
        <SegmentedRadio
          label={t`Channel to draw`}
          look="quiet"
          value={String(channel)}
          options={Array.from({ length: channels }, (_, at) => ({
            value: String(at),
            label: String(at + 1),
          }))}
          onChange={(chosen) => setChannel(Number(chosen))}
          className={styles.channels}
        />
      )}
    </div>
  );

  /** `at 35: 0.8`, in the units of the data. */
  function said({ point, value }: LinePlace): string {
    const at = Math.min(length - 1, Math.max(0, Math.round(point)));
    const index = at * channels + channel;
    const here = new Float32Array(index + 1).fill(value, index);
    return placeText({ name: t`at ${{ at: at + 1 }}`, index, channels: 1 }, here, 'ink', info) ?? '';
  }
}

interface PenMarkProps {
  place: LinePlace;
  length: number;
  isDown: boolean;
}

function PenMark({ place, length, isDown }: PenMarkProps) {
  const x = `${(100 * place.point) / Math.max(1, length - 1)}%`;
  const y = `${100 * (1 - heightOf(place.value))}%`;
  return (
    <svg className={styles.overlay} aria-hidden="true">
      <line x1={x} x2={x} y1="0%" y2="100%" />
      <circle cx={x} cy={y} r={isDown ? 5 : 4} className={isDown ? styles.down : undefined} />
    </svg>
  );
}

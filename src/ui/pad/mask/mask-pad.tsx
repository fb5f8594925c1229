// A sample that one damages with mouse, pen, finger or keys. The mask is changed in memory of our own and reported at most once
// per animation frame, while the stroke is under way. A stroke that the browser cancels is taken back.
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { BrushPoint } from '../../../core/inpainting/damage/brush';
import type { Mask } from '../../../core/inpainting/mask';
import { classNames } from '../../class-names';
import type { SampleInfo, SampleValues } from '../../sample/sample-look';
import { HoledCanvas } from './holed-canvas';
import { MaskCursor } from './mask-cursor';
import { maskFrame, pixelAt, placeAt } from './mask-frame';
import { extendStroke, movedCursor, startStroke, type MaskStroke, type MaskTool } from './mask-pen';
import styles from './mask-pad.module.css';

interface MaskPadProps {
  /** Accessible name of the picture, exactly. */
  label: string;
  /** Accessible name of the place that takes the keys, and what they do there. */
  padLabel: string;
  keysHelp: string;
  info: SampleInfo;
  /** The whole sample. */
  values: SampleValues;
  mask: Mask;
  tool: MaskTool;
  /** Called while the mask changes. */
  onMask: (mask: Mask) => void;
  /** Called when a stroke is finished, with the mask from before it. */
  onStroke: (before: Mask) => void;
  /** Ctrl or Cmd and Z. */
  onUndo: () => void;
  /** Says the pixel under the cursor to assistive technology. @param row null on a signal */
  placeText: (row: number | null, column: number, isMissing: boolean) => string;
  className?: string | undefined;
}

export function MaskPad(props: MaskPadProps) {
  const { label, padLabel, keysHelp, info, values, mask, tool, onMask, onStroke, onUndo, className } = props;
  const { shape } = info;
  const frame = useMemo(() => maskFrame(shape), [shape]);
  const id = useId();
  const stroke = useRef<(MaskStroke & { readonly by: number | 'keys' }) | null>(null);
  const animation = useRef(0);
  const [cursor, setCursor] = useState<BrushPoint | null>(null);
  const [from, setFrom] = useState<BrushPoint | null>(null);
  const [isByKeys, setIsByKeys] = useState(false);
  useEffect(() => () => cancelAnimationFrame(animation.current), []);

  function report() {
    cancelAnimationFrame(animation.current);
    animation.current = 0;
    if (stroke.current) onMask(stroke.current.after);
  }

  function begin(by: number | 'keys', at: BrushPoint) {
    stroke.current = { ...startStroke(mask, frame, tool, at), by };
    setFrom(tool.kind === 'rectangle' ? at : null);
  }

  function extend(to: BrushPoint) {
    if (!stroke.current) return;
    stroke.current = { ...extendStroke(stroke.current, frame, tool, to), by: stroke.current.by };
    if (animation.current === 0) animation.current = requestAnimationFrame(report);
  }

  function end() {
    if (!stroke.current) return;
    report();
    const { before } = stroke.current;
    stroke.current = null;
    setFrom(null);
    onStroke(before);
  }

  function cancel() {
    if (!stroke.current) return;
    cancelAnimationFrame(animation.current);
    animation.current = 0;
    const { before } = stroke.current;
    stroke.current = null;
    setFrom(null);
    onMask(before);
  }

  function placesOf(event: PointerEvent): BrushPoint[] {
    const box = event.currentTarget.getBoundingClientRect();
    // older Safari has no getCoalescedEvents
    const coalesced = 'getCoalescedEvents' in event.nativeEvent ? event.nativeEvent.getCoalescedEvents() : [];
    return (coalesced.length > 0 ? coalesced : [event.nativeEvent]).map(({ clientX, clientY }) =>
      placeAt(frame, (clientX - box.left) / box.width, (clientY - box.top) / box.height),
    );
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const at = placesOf(event).at(-1);
    if (event.button !== 0 || stroke.current || !at || mask.length === 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.parentElement?.focus({ preventScroll: true });
    setIsByKeys(false);
    setCursor(at);
    begin(event.pointerId, at);
    extend(at);
  }

  function onPointerMove(event: PointerEvent) {
    const places = placesOf(event);
    setCursor(places.at(-1) ?? null);
    if (stroke.current?.by === event.pointerId) places.forEach(extend);
  }

  function onPointerUp(event: PointerEvent) {
    if (stroke.current?.by !== event.pointerId) return;
    end();
    if (event.pointerType === 'touch') setCursor(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (mask.length === 0 || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z' || stroke.current) return;
      event.preventDefault();
      onUndo();
      return;
    }
    const here = cursor ?? { x: Math.floor(frame.columns / 2) + 0.5, y: Math.floor(frame.rows / 2) + 0.5 };
    const moved = movedCursor(here, event.key, frame, event.shiftKey);
    const isByPointer = typeof stroke.current?.by === 'number';
    if (moved) {
      setCursor(moved);
      setIsByKeys(true);
      if (!isByPointer) extend(moved);
    } else if (event.key === ' ' && !isByPointer) {
      setCursor(here);
      setIsByKeys(true);
      // A rectangle has two corners; a brush is down for as long as the key.
      if (stroke.current) {
        if (tool.kind === 'rectangle' && !event.repeat) end();
      } else if (!event.repeat) {
        begin('keys', here);
        extend(here);
      }
    } else if (event.key === 'Escape' && stroke.current) cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onKeyUp(event: KeyboardEvent) {
    if (event.key !== ' ' || stroke.current?.by !== 'keys') return;
    event.preventDefault();
    if (tool.kind === 'brush') end();
  }

  return (
    <div
      role="application"
      aria-label={padLabel}
      aria-describedby={`${id}-keys`}
      tabIndex={0}
      className={classNames(styles.pad, className)}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
      onBlur={() => {
        if (stroke.current?.by === 'keys') end();
        if (isByKeys) setCursor(null);
      }}
    >
      <div
        className={styles.hand}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={cancel}
        onPointerLeave={() => {
          if (!stroke.current && !isByKeys) setCursor(null);
        }}
      >
        <HoledCanvas label={label} shape={shape} values={values} mask={mask} />
        {cursor && <MaskCursor frame={frame} tool={tool} at={cursor} from={from} />}
      </div>
      <span id={`${id}-keys`} hidden>
        {keysHelp}
      </span>
      <span role="status" className="visually-hidden">
        {isByKeys && cursor ? spoken(cursor) : ''}
      </span>
    </div>
  );

  function spoken(at: BrushPoint): string {
    const pixel = pixelAt(frame, at);
    const row = frame.isSignal ? null : Math.floor(pixel / frame.columns) + 1;
    return props.placeText(row, (pixel % frame.columns) + 1, mask[pixel] === 1);
  }
}

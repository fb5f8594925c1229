// A native range with its label, its value and one line of explanation. On a log, sqrt or stepped track the pointer is
// mapped here, because the native thumb is linear; keyboard, assistive technology and tests see the true value.
import { t } from '@lingui/core/macro';
import { useId, useRef } from 'react';
import type { ChangeEvent, CSSProperties, KeyboardEvent, ReactNode } from 'react';
import type { TermId } from '../../../core/glossary/term-id';
import { classNames } from '../../class-names';
import { Formula } from '../../formula/formula';
import styles from './slider.module.css';
import { SliderValue } from './slider-value';
import { nudge, positionOf, settle, valueAt } from './slider-scale';
import type { SliderScale, Track } from './slider-scale';
import { useTrackDrag } from './use-track-drag';
import { useLock } from '../lock/lockable';
import { InfoButton } from '../../explanation/info-button';
import { Tooltip } from '../../explanation/tooltip';

export interface SliderProps {
  /** Visible label and accessible name, exactly. */
  label: string;
  value: number;
  min: number;
  max: number;
  /** Grid of the values; left out: two significant digits. */
  step?: number | undefined;
  scale?: SliderScale | undefined;
  /** On a log track from 0: the smallest value above 0. */
  smallest?: number | undefined;
  /** The only values allowed, ascending, at even distances (`scale` is then not used). */
  stops?: readonly number[] | undefined;
  onChange: (value: number) => void;
  /** Called once when a drag ends, and after every change by keyboard. */
  onCommit?: ((value: number) => void) | undefined;
  /** How the value reads; also its `aria-valuetext`. */
  format?: ((value: number) => string) | undefined;
  /** False where `format` writes something other than the value: then it cannot be typed. */
  isTyped?: boolean | undefined;
  /** One line: what turning it does. Shown on hover and focus, read as the description. */
  explanation?: string | undefined;
  /** The term of the glossary that the explanation leads to. */
  term?: TermId | undefined;
  /** The letter formulas use for it, in TeX, such as `\\beta`. */
  symbol?: string | undefined;
  /** The formula it stands in, in TeX; shown with the explanation. */
  formula?: string | undefined;
  /** A line under the track that stays visible. */
  note?: ReactNode;
  /** Disables the slider and says why, in place of the explanation. */
  disabledReason?: string | undefined;
  className?: string | undefined;
  /** What it is called where it is highlighted from elsewhere (`ui/highlight`). */
  control?: string | undefined;
}

const pages: Readonly<Record<string, readonly [-1 | 1, boolean]>> = {
  ArrowLeft: [-1, false],
  ArrowDown: [-1, false],
  ArrowRight: [1, false],
  ArrowUp: [1, false],
  PageDown: [-1, true],
  PageUp: [1, true],
};

export function Slider(props: SliderProps) {
  const { label, value, min, max, step, scale = 'linear', smallest, stops } = props;
  const { onChange, onCommit, format = String, explanation, term, symbol, formula, note, className } = props;
  const { isTyped = true } = props;
  const disabledReason = useLock() ?? props.disabledReason;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const track: Track = { min, max, scale, smallest, stops, step };
  const disabled = disabledReason !== undefined;
  const described = disabledReason ?? explanation;

  function change(next: number) {
    if (next !== value) onChange(next);
  }

  const drag = useTrackDrag({
    value,
    disabled,
    valueAt: (place) => valueAt(track, place),
    // after the tooltip has seen the press
    onStart: () => queueMicrotask(() => input.current?.focus({ preventScroll: true })),
    onChange,
    onCommit,
  });

  function settleOn(next: number) {
    change(next);
    onCommit?.(next);
  }

  function onInput(event: ChangeEvent<HTMLInputElement>) {
    if (drag.isDragging()) return; // the native thumb follows a touch too, on its linear track
    settleOn(settle(track, event.target.valueAsNumber));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const move = pages[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    settleOn(nudge(track, value, move[0], move[1]));
  }

  return (
    <Tooltip text={described} formula={formula} term={term}>
      <div
        className={classNames(styles.slider, disabled && styles.disabled, className)}
        data-control={props.control}
      >
        <div className={styles.head}>
          <label htmlFor={id}>{label}</label>
          {symbol !== undefined && (
            <span className={styles.symbol} aria-hidden="true">
              <Formula look="inline" tex={symbol} />
            </span>
          )}
          <InfoButton name={t`About ${label}`} />
          {isTyped ? (
            <SliderValue
              label={label}
              value={value}
              track={track}
              format={format}
              disabled={disabled}
              onCommit={settleOn}
            />
          ) : (
            <span className={styles.value} aria-hidden="true">
              {format(value)}
            </span>
          )}
        </div>
        <div
          className={styles.track}
          style={{ '--place': positionOf(track, value) } as CSSProperties}
          {...drag.track}
        >
          <input
            ref={input}
            id={id}
            type="range"
            min={min}
            max={max}
            step={stops ? 'any' : (step ?? 'any')}
            value={value}
            disabled={disabled}
            aria-valuetext={format(value)}
            aria-describedby={described === undefined ? undefined : `${id}-description`}
            onChange={onInput}
            onKeyDown={onKeyDown}
          />
          <span className={styles.thumb} aria-hidden="true" />
        </div>
        {note !== undefined && <div className={styles.note}>{note}</div>}
        {described !== undefined && (
          <span id={`${id}-description`} hidden>
            {described}
          </span>
        )}
      </div>
    </Tooltip>
  );
}

// The value of a slider, beside its label, which can be typed. Nothing leaves the field until Enter or blur; what the slider cannot
// hold does not leave it at all, and the field says what it would take.
import { t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Track } from './slider-scale';
import styles from './slider-value.module.css';
import { readSliderValue } from './typed-value';

interface SliderValueProps {
  /** The slider's label. */
  label: string;
  value: number;
  track: Track;
  format: (value: number) => string;
  disabled: boolean;
  onCommit: (value: number) => void;
}

export function SliderValue({ label, value, track, format, disabled, onCommit }: SliderValueProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const read = draft === null ? { value } : readSliderValue(draft, track, format);
  const problem = 'problem' in read ? read.problem : undefined;
  const shown = draft ?? format(value);

  function commit() {
    if (draft === null || !('value' in read)) return;
    setDraft(null);
    if (read.value !== value) onCommit(read.value);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
  }

  return (
    <>
      <input
        className={styles.value}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        // A little wider than its text, so that it does not move while it is typed.
        size={Math.max(3, shown.length)}
        aria-label={t({ message: `${label}, typed`, comment: 'name of the field beside a slider' })}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        value={shown}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) =>
          setDraft(event.currentTarget.value === format(value) ? null : event.currentTarget.value)
        }
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {problem !== undefined && (
        <span id={id} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </>
  );
}

// A number that is typed. Nothing leaves the field until Enter or blur, and what cannot be read or is out of range does not
// leave it at all: the field says what it would take.
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { classNames } from '../class-names';
import styles from './number-field.module.css';
import { Tooltip } from './tooltip';

interface NumberFieldProps {
  /** Visible label and accessible name, exactly. */
  label: string;
  value: number;
  min: number;
  max: number;
  integer?: boolean;
  onCommit: (value: number) => void;
  /** How the value reads when nobody is typing; must be readable as a number again. */
  format?: ((value: number) => string) | undefined;
  explanation?: string | undefined;
  /** After the number, such as `steps`. */
  unit?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

/** The typed number, or one sentence that says what is wrong with it. */
function parseNumber(
  text: string,
  limits: { min: number; max: number; integer: boolean },
): { value: number } | { problem: string } {
  const { min, max, integer } = limits;
  const kind = integer ? 'whole number' : 'number';
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value))
    return { problem: `Type a ${kind} from ${min} to ${max}.` };
  if (integer && !Number.isInteger(value)) return { problem: `Whole numbers only, from ${min} to ${max}.` };
  if (value < min) return { problem: `${value} is too small: at least ${min}.` };
  if (value > max) return { problem: `${value} is too large: at most ${max}.` };
  return { value };
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, integer = false, onCommit, format = String, explanation, unit } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? { value } : parseNumber(draft, { min, max, integer });
  const problem = 'problem' in parsed ? parsed.problem : undefined;

  function commit() {
    if (draft === null || !('value' in parsed)) return;
    setDraft(null);
    if (parsed.value !== value) onCommit(parsed.value);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(null);
  }

  const describedBy = [
    problem !== undefined && `${id}-problem`,
    explanation !== undefined && `${id}-description`,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <Tooltip text={explanation} side="right">
      <div className={classNames(styles.numberField, props.className)}>
        <label htmlFor={id}>{label}</label>
        <span className={styles.field}>
          <input
            id={id}
            type="text"
            inputMode={integer ? 'numeric' : 'decimal'}
            autoComplete="off"
            spellCheck={false}
            disabled={props.disabled}
            value={draft ?? format(value)}
            aria-invalid={problem !== undefined}
            aria-describedby={describedBy || undefined}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={commit}
            onKeyDown={onKeyDown}
          />
          {unit !== undefined && <span className={styles.unit}>{unit}</span>}
        </span>
        {problem !== undefined && (
          <span id={`${id}-problem`} role="alert" className={styles.problem}>
            {problem}
          </span>
        )}
        {explanation !== undefined && (
          <span id={`${id}-description`} hidden>
            {explanation}
          </span>
        )}
      </div>
    </Tooltip>
  );
}

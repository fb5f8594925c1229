// A number that is typed. Nothing leaves the field until Enter or blur, and what cannot be read or is out of range does not
// leave it at all: the field says what it would take.
import { t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { parseNumber } from '../../../core/number-input/parse-numbers';
import { numberText, valueText } from '../../../core/number-text';
import type { TermId } from '../../../core/glossary/term-id';
import { classNames } from '../../class-names';
import styles from './number-field.module.css';
import { useLock } from '../lock/lockable';
import { InfoButton } from '../../explanation/info-button';
import { Tooltip } from '../../explanation/tooltip';

interface NumberFieldProps {
  /** Visible label and accessible name, exactly. */
  label: string;
  value: number;
  min: number;
  max: number;
  integer?: boolean;
  onCommit: (value: number) => void;
  /** Called when what is typed becomes invalid or valid: a form that is not valid must not start. */
  onValidity?: ((isValid: boolean) => void) | undefined;
  /** Formats the value while the field is not being edited; must parse back to the number. */
  format?: ((value: number) => string) | undefined;
  explanation?: string | undefined;
  /** The term of the glossary that the explanation leads to. */
  term?: TermId | undefined;
  /** After the number, such as `steps`. */
  unit?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

interface Limits {
  min: number;
  max: number;
  integer: boolean;
}

/** The typed number and, where its comma is ambiguous, how it was read; or one sentence that says what is wrong with it. */
function readField(
  text: string,
  { min, max, integer }: Limits,
): { value: number; readAs?: string | undefined } | { problem: string } {
  const [least, most] = [valueText(min), valueText(max)];
  const typed = parseNumber(text);
  if (typed === null) {
    const problem = integer
      ? t`Type a whole number from ${least} to ${most}.`
      : t`Type a number from ${least} to ${most}.`;
    return { problem };
  }
  const { value, comma } = typed;
  const typedText = numberText(value);
  if (integer && (!Number.isInteger(value) || comma === 'decimal'))
    return { problem: t`Whole numbers only, from ${least} to ${most}.` };
  if (value < min) return { problem: t`${typedText} is too small: at least ${least}.` };
  if (value > max) return { problem: t`${typedText} is too large: at most ${most}.` };
  return { value, readAs: comma === 'none' || integer ? undefined : t`Read as ${typedText}.` };
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, integer = false, onCommit, format = numberText, unit } = props;
  const lock = useLock();
  const explanation = lock ?? props.explanation;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const limits = { min, max, integer };
  const parsed = draft === null ? { value } : readField(draft, limits);
  const problem = 'problem' in parsed ? parsed.problem : undefined;
  const readAs = 'readAs' in parsed ? parsed.readAs : undefined;

  function edit(text: string | null) {
    setDraft(text);
    const isValid = text === null || !('problem' in readField(text, limits));
    if (isValid !== (problem === undefined)) props.onValidity?.(isValid);
  }

  function commit() {
    if (draft === null || !('value' in parsed)) return;
    edit(null);
    if (parsed.value !== value) onCommit(parsed.value);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') edit(null);
  }

  const describedBy = [
    problem !== undefined && `${id}-problem`,
    readAs !== undefined && `${id}-reading`,
    explanation !== undefined && `${id}-description`,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <Tooltip text={explanation} term={props.term}>
      <div className={classNames(styles.numberField, props.className)}>
        <div className={styles.label}>
          <label htmlFor={id}>{label}</label>
          <InfoButton name={t`About ${label}`} />
        </div>
        <span className={styles.field}>
          <input
            id={id}
            type="text"
            inputMode={integer ? 'numeric' : 'decimal'}
            autoComplete="off"
            spellCheck={false}
            disabled={props.disabled ?? lock !== undefined}
            value={draft ?? format(value)}
            aria-invalid={problem !== undefined}
            aria-describedby={describedBy || undefined}
            onChange={(event) => edit(event.target.value)}
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
        {readAs !== undefined && (
          <span id={`${id}-reading`} className={styles.reading}>
            {readAs}
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

// One choice of a few, side by side: native radios under a pill, so arrow keys and forms work as everywhere.
import { t } from '@lingui/core/macro';
import { useId } from 'react';
import type { TermId } from '../../../core/glossary/term-id';
import { classNames } from '../../class-names';
import styles from './segmented-radio.module.css';
import { useLock } from '../lock/lockable';
import { InfoButton } from '../../explanation/info-button';
import { explainAll } from '../../explanation/named-explanations';
import { Tooltip } from '../../explanation/tooltip';

export interface RadioOption<T extends string = string> {
  readonly value: T;
  readonly label: string;
  /** One line shown on hover and focus. */
  readonly explanation?: string | undefined;
  /** The term of the glossary that the explanation leads to. */
  readonly term?: TermId | undefined;
  readonly disabled?: boolean;
}

interface SegmentedRadioProps<T extends string> {
  /** Name of the radiogroup, exactly. */
  label: string;
  value: T;
  options: readonly RadioOption<T>[];
  onChange: (value: T) => void;
  /** The term of the glossary that the choice as a whole leads to. */
  term?: TermId | undefined;
  /** `quiet` is the small form for a card's header. */
  look?: 'field' | 'quiet';
  className?: string | undefined;
}

export function SegmentedRadio<T extends string>(props: SegmentedRadioProps<T>) {
  const { label, value, options, onChange, term, look = 'field', className } = props;
  const name = useId();
  const lock = useLock();
  return (
    <>
      <div
        role="radiogroup"
        aria-label={label}
        className={classNames(styles.group, look === 'quiet' && styles.quiet, className)}
      >
        {options.map((option) => (
          <Tooltip key={option.value} text={lock ?? option.explanation} term={option.term}>
            <label className={classNames(styles.segment, option.value === value && styles.checked)}>
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={option.value === value}
                disabled={option.disabled === true || lock !== undefined}
                onChange={() => onChange(option.value)}
              />
              <span>{option.label}</span>
            </label>
          </Tooltip>
        ))}
      </div>
      <Tooltip text={explainAll(options)} term={term}>
        <InfoButton name={t`About ${label}`} />
      </Tooltip>
    </>
  );
}

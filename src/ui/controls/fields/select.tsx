// A native select with a visible label: the whole choice of the system's own menu, and nothing to learn.
import { ChevronDown } from 'lucide-react';
import { t } from '@lingui/core/macro';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { TermId } from '../../../core/glossary/term-id';
import { classNames } from '../../class-names';
import styles from './select.module.css';
import { useLock } from '../lock/lockable';
import { InfoButton } from '../../explanation/info-button';
import { Tooltip } from '../../explanation/tooltip';

export interface SelectOption<T extends string = string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
  /** Heading over neighbouring options of the same group. */
  readonly group?: string | undefined;
}

interface SelectProps<T extends string> {
  /** Accessible name, exactly; visible unless `labelHidden`. */
  label: string;
  labelHidden?: boolean;
  value: T;
  options: readonly SelectOption<T>[];
  onChange: (value: T) => void;
  explanation?: string | undefined;
  /** The term of the glossary that the explanation leads to. */
  term?: TermId | undefined;
  /** In TeX; shown with the explanation. */
  formula?: string | undefined;
  /** A line under the field that stays visible. */
  note?: ReactNode;
  /** Sentences under the field that are read with the explanation: why options are disabled, what choosing one does. */
  remarks?: readonly string[] | undefined;
  disabledReason?: string | undefined;
  /** `row` has the label on the left; `quiet` is the small borderless form for a card's header. */
  look?: 'field' | 'row' | 'quiet';
  className?: string | undefined;
  /** What it is called where it is highlighted from elsewhere (`ui/highlight`). */
  control?: string | undefined;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, labelHidden = false, value, options, onChange } = props;
  const { explanation, term, formula, note, remarks = [], look = 'field', className } = props;
  const disabledReason = useLock() ?? props.disabledReason;
  const id = useId();
  const described = disabledReason ?? explanation;
  const describedBy = [
    described !== undefined && `${id}-description`,
    ...remarks.map((_, index) => `${id}-remark-${index}`),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <Tooltip text={described} formula={formula} term={term}>
      <div
        className={classNames(styles.select, look !== 'field' && styles[look], className)}
        data-control={props.control}
      >
        <div className={styles.label}>
          <label htmlFor={id} className={labelHidden ? 'visually-hidden' : undefined}>
            {label}
          </label>
          <InfoButton name={t`About ${label}`} />
        </div>
        <div className={styles.field}>
          <select
            id={id}
            value={value}
            disabled={disabledReason !== undefined}
            aria-describedby={describedBy || undefined}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {groupsOf(options).map(({ group, members }) =>
              group === undefined ? (
                members.map(optionOf)
              ) : (
                <optgroup key={group} label={group}>
                  {members.map(optionOf)}
                </optgroup>
              ),
            )}
          </select>
          <ChevronDown className={styles.chevron} size={14} aria-hidden="true" />
        </div>
        {note !== undefined && <div className={styles.note}>{note}</div>}
        {remarks.map((remark, index) => (
          <p key={remark} id={`${id}-remark-${index}`} className={styles.remark}>
            {remark}
          </p>
        ))}
        {described !== undefined && (
          <span id={`${id}-description`} hidden>
            {described}
          </span>
        )}
      </div>
    </Tooltip>
  );
}

function optionOf({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled === true}>
      {label}
    </option>
  );
}

interface OptionGroup {
  readonly group: string | undefined;
  readonly members: SelectOption[];
}

/** Neighbouring options of the same group, together. */
function groupsOf(options: readonly SelectOption[]): OptionGroup[] {
  const groups: OptionGroup[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
}

// A short text that is typed; every change leaves the field at once.
import { useId } from 'react';
import { classNames } from '../../class-names';
import styles from './text-field.module.css';

interface TextFieldProps {
  /** Visible label and accessible name, exactly. */
  label: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
  className?: string | undefined;
}

export function TextField({ label, value, maxLength, onChange, className }: TextFieldProps) {
  const id = useId();
  return (
    <div className={classNames(styles.textField, className)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

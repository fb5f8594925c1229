// A native checkbox with a note under its label.
import { useId } from 'react';
import styles from './choices.module.css';

interface CheckBoxProps {
  /** Visible label and accessible name, exactly. */
  label: string;
  checked: boolean;
  note?: string | undefined;
  onChange: (checked: boolean) => void;
}

export function CheckBox({ label, checked, note, onChange }: CheckBoxProps) {
  const id = useId();
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        aria-label={label}
        aria-describedby={note === undefined ? undefined : id}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
      {note !== undefined && (
        <span id={id} className={styles.note}>
          {note}
        </span>
      )}
    </label>
  );
}

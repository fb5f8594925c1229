// The name of the data set. It keeps what is typed, whatever the import makes of it.
import { useId, useState } from 'react';
import { choiceLabels } from '../../words';
import styles from './choices.module.css';

interface NameFieldProps {
  value: string;
  onChange: (name: string) => void;
  /** Enter was pressed. */
  onEnter: () => void;
}

export function NameField({ value, onChange, onEnter }: NameFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className={styles.text}>
      <label htmlFor={id}>{choiceLabels.name}</label>
      <input
        id={id}
        type="text"
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(event.target.value);
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onEnter();
        }}
      />
    </div>
  );
}

// The classes and their colours. With `onToggle`, each entry is a button that shows or hides its class.
import { classNames } from '../class-names';
import styles from './class-legend.module.css';

interface ClassLegendProps {
  names: readonly string[];
  /** CSS colours, one per name. */
  colours: readonly string[];
  hidden?: ReadonlySet<number> | undefined;
  onToggle?: ((index: number) => void) | undefined;
  className?: string | undefined;
}

export function ClassLegend({ names, colours, hidden, onToggle, className }: ClassLegendProps) {
  return (
    <ul className={classNames(styles.legend, className)} aria-label="Classes">
      {names.map((name, index) => {
        const isHidden = hidden?.has(index) ?? false;
        const entry = (
          <>
            <span
              className={styles.dot}
              style={{ background: isHidden ? 'transparent' : colours[index], borderColor: colours[index] }}
            />
            {name}
          </>
        );
        return (
          <li key={name} className={classNames(isHidden && styles.hidden)}>
            {onToggle ? (
              <button type="button" aria-pressed={!isHidden} onClick={() => onToggle(index)}>
                {entry}
              </button>
            ) : (
              <span>{entry}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

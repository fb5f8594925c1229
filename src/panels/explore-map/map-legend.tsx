// What the colours of the maps mean: the classes, each a button that selects it, or the ends of a ramp.
import { significantText } from '../../core/number-text';
import { select, selectClass } from '../../session/explore-actions';
import { useExploration } from '../../session/explore-store';
import { Tooltip } from '../../ui/controls/tooltip';
import styles from './explore-map.module.css';
import type { ValueRange } from './map-colouring';

export function ClassButtons({ names, colours }: { names: readonly string[]; colours: readonly string[] }) {
  const selected = useExploration((exploration) => exploration.selected?.name ?? null);
  return (
    <ul className={styles.classes} aria-label="Classes">
      {names.map((name, label) => {
        const isSelected = selected === `all of class ${name}`;
        return (
          <li key={name}>
            <Tooltip text={isSelected ? 'Clear the selection' : `Select all of class ${name}`} side="top">
              <button
                type="button"
                aria-pressed={isSelected}
                aria-label={`Select class ${name}`}
                onClick={() => (isSelected ? select(null) : selectClass(label))}
              >
                <span className={styles.dot} style={{ background: colours[label] }} />
                {name}
              </button>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}

interface RampLegendProps {
  /** What is shown, and what it means. */
  name: string;
  meaning: string;
  range: ValueRange;
  colours: readonly string[];
}

export function RampLegend({ name, meaning, range, colours }: RampLegendProps) {
  return (
    <Tooltip text={meaning} side="top">
      <p className={styles.ramp} tabIndex={0}>
        <span>{name}</span>
        <span>{significantText(range.low)}</span>
        <span
          className={styles.rampBar}
          style={{ background: `linear-gradient(to right, ${colours.join(', ')})` }}
        />
        <span>{significantText(range.high)}</span>
      </p>
    </Tooltip>
  );
}

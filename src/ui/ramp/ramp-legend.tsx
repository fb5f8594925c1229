// The two ends of a colour ramp, and what it measures.
import { significantText } from '../../core/number-text';
import { ExplainedLabel } from '../explanation/explained-label';
import { Tooltip } from '../explanation/tooltip';
import styles from './ramp-legend.module.css';
import type { ValueRange } from './value-ramp';

interface RampLegendProps {
  /** Name of the quantity. */
  name: string;
  meaning: string;
  range: ValueRange;
  colours: readonly string[];
}

export function RampLegend({ name, meaning, range, colours }: RampLegendProps) {
  return (
    <Tooltip text={meaning}>
      <p className={styles.ramp}>
        <ExplainedLabel>{name}</ExplainedLabel>
        <span>{significantText(range.low)}</span>
        <span
          className={styles.bar}
          style={{ background: `linear-gradient(to right, ${colours.join(', ')})` }}
        />
        <span>{significantText(range.high)}</span>
      </p>
    </Tooltip>
  );
}

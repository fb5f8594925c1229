// Names of the curves beside a sample of each, for the subtitle of the chart's card. Pressing a name hides its curve or
// shows it again, unless the legend is static.
import { t } from '@lingui/core/macro';
import type { TermId } from '../../../core/glossary/term-id';
import { classNames } from '../../class-names';
import { ExplainedLabel } from '../../explanation/explained-label';
import { InfoButton } from '../../explanation/info-button';
import { explainAll } from '../../explanation/named-explanations';
import { Tooltip } from '../../explanation/tooltip';
import { CurveSample, type CurveLook } from './curve-sample';
import styles from './legend.module.css';

export interface LegendEntry extends CurveLook {
  readonly id: string;
  readonly label: string;
  /** One line on what the curve is. */
  readonly explanation?: string | undefined;
  /** The term of the glossary that the explanation leads to. */
  readonly term?: TermId | undefined;
}

interface ChartLegendProps {
  series: readonly LegendEntry[];
  /** Ids of the curves that are not drawn. */
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

export function ChartLegend({ series, hidden, onToggle }: ChartLegendProps) {
  return (
    <span className={styles.legend} data-picture="keep">
      {series.map((one) => {
        const isHidden = hidden.has(one.id);
        return (
          <Tooltip key={one.id} text={one.explanation} term={one.term}>
            <button
              type="button"
              aria-pressed={!isHidden}
              className={classNames(styles.legendEntry, isHidden && styles.hiddenEntry)}
              onClick={() => onToggle(one.id)}
            >
              <CurveSample {...one} />
              <span>{one.label}</span>
            </button>
          </Tooltip>
        );
      })}
      <Tooltip text={explainAll(series)}>
        <InfoButton name={t`About the curves`} />
      </Tooltip>
    </span>
  );
}

/** A legend whose names cannot be pressed. */
export function StaticLegend({ series }: { series: readonly LegendEntry[] }) {
  return (
    <span className={styles.staticLegend}>
      {series.map((one) => (
        <Tooltip key={one.id} text={one.explanation} term={one.term}>
          <span className={styles.staticEntry}>
            <CurveSample {...one} />
            <ExplainedLabel>{one.label}</ExplainedLabel>
          </span>
        </Tooltip>
      ))}
    </span>
  );
}

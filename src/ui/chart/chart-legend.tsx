// Names of the curves beside a piece of each, for the subtitle of the chart's card. Where that is asked for, pressing
// a name hides its curve or shows it again.
import { classNames } from '../class-names';
import { Tooltip } from '../controls/tooltip';
import { CurveSample, type CurveLook } from './curve-sample';
import styles from './loss-chart.module.css';

export interface LegendEntry extends CurveLook {
  readonly id: string;
  readonly label: string;
  /** One line on what the curve is. */
  readonly explanation?: string | undefined;
}

interface ChartLegendProps {
  series: readonly LegendEntry[];
  /** Ids of the curves that are not drawn. */
  hidden?: ReadonlySet<string>;
  /** Without it the names are only names. */
  onToggle?: (id: string) => void;
}

export function ChartLegend({ series, hidden, onToggle }: ChartLegendProps) {
  return (
    <span className={styles.legend}>
      {series.map((one) => {
        const isHidden = hidden?.has(one.id) ?? false;
        const classes = classNames(styles.legendEntry, isHidden && styles.hiddenEntry);
        const content = (
          <>
            <CurveSample {...one} />
            {one.label}
          </>
        );
        return (
          <Tooltip key={one.id} text={one.explanation} side="bottom">
            {onToggle ? (
              <button
                type="button"
                aria-pressed={!isHidden}
                className={classes}
                onClick={() => onToggle(one.id)}
              >
                {content}
              </button>
            ) : (
              <span className={classes}>{content}</span>
            )}
          </Tooltip>
        );
      })}
    </span>
  );
}

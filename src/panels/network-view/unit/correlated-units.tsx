// The units of the same layer that go with one, or against it, over the test set.
import { useMemo } from 'react';
import { correlationsWith, mostCorrelated, type Correlated } from '../../../core/units/unit-activity';
import { unitName } from '../words';
import { correlationText, texts } from './words';
import styles from './lists.module.css';
import text from './text.module.css';

interface CorrelatedUnitsProps {
  /** `[count, units]`. */
  values: Float32Array;
  units: number;
  unit: number;
  hrefOf: (unit: number) => string;
}

const most = 5;

export function CorrelatedUnits({ values, units, unit, hrefOf }: CorrelatedUnitsProps) {
  const correlations = useMemo(() => correlationsWith(values, units, unit), [values, units, unit]);
  const { alike, opposed } = useMemo(() => mostCorrelated(correlations, unit, most), [correlations, unit]);
  const isConstant = Number.isNaN(correlations[unit]);
  return (
    <div className={styles.correlated}>
      <h3 className={text.heading} title={texts.correlationMeans}>
        {texts.correlated}
      </h3>
      {isConstant ? (
        <p className={text.note}>{texts.never}</p>
      ) : (
        <div className={styles.sides}>
          <Side title={texts.alike} found={alike} hrefOf={hrefOf} />
          <Side title={texts.opposed} found={opposed} hrefOf={hrefOf} />
        </div>
      )}
    </div>
  );
}

function Side({
  title,
  found,
  hrefOf,
}: { title: string; found: Correlated[] } & Pick<CorrelatedUnitsProps, 'hrefOf'>) {
  return (
    <div>
      <h4 className={text.note}>{title}</h4>
      {found.length === 0 && <p className={text.note}>{texts.noneAlike}</p>}
      <ul>
        {found.map(({ unit, correlation }) => (
          <li key={unit}>
            <a href={hrefOf(unit)}>
              <span>{unitName(unit)}</span>
              <span className={styles.percent}>{correlationText(correlation)}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

// All units of a layer by how often they are on: the way to the dead ones too.
import { useMemo, useState } from 'react';
import { percentText } from '../../../core/number-text';
import type { UnitActivity } from '../../../core/units/unit-activity';
import { Select } from '../../../ui/controls/fields/select';
import { unitName } from '../words';
import { texts } from './words';
import styles from './lists.module.css';

interface UnitListProps {
  units: number;
  unit: number;
  /** Null before it is measured. */
  activity: UnitActivity | null;
  hrefOf: (unit: number) => string;
}

const orders = [
  { value: 'number', label: texts.byNumber },
  { value: 'most', label: texts.mostActive },
  { value: 'least', label: texts.leastActive },
] as const;
type Order = (typeof orders)[number]['value'];

export function UnitList({ units, unit, activity, hrefOf }: UnitListProps) {
  const [order, setOrder] = useState<Order>('number');
  const sorted = useMemo(() => {
    const all = Array.from({ length: units }, (_, index) => index);
    if (order === 'number' || activity === null) return all;
    const sign = order === 'most' ? -1 : 1;
    const share = (index: number) => activity.activeShare[index] ?? 0;
    return all.sort((a, b) => sign * (share(a) - share(b)) || a - b);
  }, [units, activity, order]);
  return (
    <div className={styles.list}>
      <Select label={texts.order} value={order} options={orders} onChange={setOrder} />
      <ul aria-label={texts.list}>
        {sorted.map((index) => {
          const share = activity?.activeShare[index];
          return (
            <li key={index}>
              <a href={hrefOf(index)} aria-current={index === unit ? 'true' : undefined}>
                <span>{unitName(index)}</span>
                <span className={styles.share} aria-hidden="true">
                  {share !== undefined && <span style={{ width: `${100 * share}%` }} />}
                </span>
                <span className={styles.percent}>{share === undefined ? '' : percentText(share)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

// The heads of the columns of a table that has one for each run: its line, its letter, its name.
import type { CSSProperties } from 'react';
import { CurveSample } from '../../ui/chart/legend/curve-sample';
import { useTheme } from '../../session/page/theme-store';
import { lineLook } from './curves/run-lines';

import { runLetter } from '../../session/archive/run-name';
import styles from './run-comparison.module.css';

interface RunHeadsProps {
  /** Of the first column. */
  first: string;
  /** Of the runs, in their order. */
  names: readonly string[];
}

export function RunHeads({ first, names }: RunHeadsProps) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {names.map((name, place) => (
          <th key={runLetter(place)} scope="col">
            <RunMark place={place} name={name} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function RunMark({ place, name }: { place: number; name: string }) {
  const theme = useTheme(({ shown }) => shown);
  return (
    <span className={styles.runMark}>
      <span className={styles.runLetter}>
        <CurveSample {...lineLook(theme, place)} />
        <b>{runLetter(place)}</b>
      </span>
      <span className={styles.runName} title={name}>
        {name}
      </span>
    </span>
  );
}

/** How wide a table with a column for each run has to be at least. */
export function columnsOf(runs: number): CSSProperties {
  return { '--columns': runs } as CSSProperties;
}

// Several fillings of one hole in a row, each with its error.
import { useMemo } from 'react';
import type { Filling } from '../../../core/inpainting/inpainting-api';
import { lossText } from '../../../core/number-text';
import type { SampleInfo } from '../../../ui/sample/sample-look';
import { SampleRow } from '../../../ui/sample/sample-row';
import { joined } from './spread';
import styles from './strips.module.css';

interface FillingStripProps {
  /** Accessible name, exactly. */
  label: string;
  info: SampleInfo;
  fillings: readonly Filling[];
  /** One over each error. */
  captions?: readonly string[] | undefined;
}

export function FillingStrip({ label, info, fillings, captions }: FillingStripProps) {
  const values = useMemo(() => joined(fillings.map(({ filled }) => filled)), [fillings]);
  const columns = fillings.length;
  return (
    <figure className={styles.strip}>
      <SampleRow {...{ label, info, columns, values }} />
      <ol className={styles.numbers} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
        {fillings.map(({ holeMse }, at) => (
          <li key={at}>
            {captions && <span>{captions[at]}</span>}
            <span className={styles.mse}>{holeMse === null ? '—' : lossText(holeMse)}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

// The pad beside what several networks make of its sample: with small words, and under it why the latest file could not be read.
import type { ComponentProps } from 'react';
import { classNames } from '../class-names';
import { SamplePad } from './sample-pad';
import styles from './small-pad.module.css';

interface SmallPadProps extends ComponentProps<typeof SamplePad> {
  /** Null where there is nothing to say. */
  failure: string | null;
  className: string | undefined;
}

export function SmallPad({ failure, className, ...pad }: SmallPadProps) {
  return (
    <div className={classNames(styles.pad, className)}>
      <SamplePad {...pad} />
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
    </div>
  );
}

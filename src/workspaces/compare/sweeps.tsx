// Compare, one setting at several values.
import { t } from '@lingui/core/macro';
import { SweepView } from '../../panels/sweeps/sweep-view';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import layout from '../frame/workspace.module.css';
import styles from './compare-workspace.module.css';

export function Sweeps() {
  return (
    <>
      <h2 className="visually-hidden">{t`Sweeps`}</h2>
      <Place name={t`The sweeps`} className={classNames(layout.place, styles.sweeps)}>
        <SweepView />
      </Place>
    </>
  );
}

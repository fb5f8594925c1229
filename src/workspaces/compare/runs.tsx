// Compare, the runs that this browser keeps.
import { Runs as RunList } from '../../panels/runs/runs';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import layout from '../frame/workspace.module.css';
import styles from './compare-workspace.module.css';

export function Runs() {
  return (
    <Place name="The runs" className={classNames(layout.place, styles.sweeps)}>
      <RunList />
    </Place>
  );
}

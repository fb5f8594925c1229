// Compare, the runs that this browser keeps.
import { ExportButton } from '../../panels/run-export/button/export-button';
import { RunImport } from '../../panels/run-export/run-import';
import { Runs as RunList } from '../../panels/runs/runs';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import layout from '../frame/workspace.module.css';
import styles from './compare-workspace.module.css';

export function Runs() {
  return (
    <Place name="The runs" className={classNames(layout.place, styles.sweeps)}>
      <RunImport>
        {(importButton) => (
          <RunList importButton={importButton} exportButton={(run) => <ExportButton run={run} />} />
        )}
      </RunImport>
    </Place>
  );
}

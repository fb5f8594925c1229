// Compare, the runs that this browser keeps, or those of them that are compared.
import { t } from '@lingui/core/macro';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { ExportButton } from '../../panels/run-export/button/export-button';
import { RunImport } from '../../panels/run-export/run-import';
import { RunLooks } from '../../panels/run-looks/run-looks';
import { Runs as RunList } from '../../panels/runs/runs';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import { followAddress } from '../frame/follow-address';
import layout from '../frame/workspace.module.css';
import { comparedHref, comparedIds, runListHref } from './compared-ids';
import styles from './compare-workspace.module.css';

const RunComparison = lazyPart({
  name: t`The comparison`,
  load: async () => (await import('../../panels/run-comparison/run-comparison')).RunComparison,
});

export function Runs() {
  const hash = useSyncExternalStore(followAddress, () => location.hash);
  const compared = useMemo(() => comparedIds(hash), [hash]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(compared));
  const [shown, setShown] = useState(compared);
  const [isBack, setIsBack] = useState(false);
  if (shown !== compared) {
    setShown(compared);
    setIsBack(shown.length > 0 && compared.length === 0);
    // The way back leads to the list with these runs selected.
    if (compared.length > 0) setSelected(new Set(compared));
  }
  if (compared.length > 0) {
    return (
      <Place name={t`The comparison`} className={classNames(layout.place, styles.sweeps, styles.compared)}>
        <RunComparison
          ids={compared}
          listHref={runListHref}
          looksOf={(ids) => (
            <Place name={t`The same samples`}>
              <RunLooks ids={ids} />
            </Place>
          )}
        />
      </Place>
    );
  }
  return (
    <Place name={t`The runs`} className={classNames(layout.place, styles.sweeps)}>
      <RunImport>
        {(importButton) => (
          <RunList
            selectedIds={selected}
            onSelect={setSelected}
            onCompare={(ids) => (location.hash = comparedHref(ids))}
            isBack={isBack}
            importButton={importButton}
            exportButton={(run) => <ExportButton run={run} />}
          />
        )}
      </RunImport>
    </Place>
  );
}

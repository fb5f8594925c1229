// The Apply workspace: its tabs and the transport of the main run in a row, the open sub-view below over the whole width. A
// sub-view is as high as it needs to be; the page scrolls.
import { t } from '@lingui/core/macro';
import { ApplyReadOuts } from '../../panels/read-outs/apply-read-outs';
import { StageLine } from '../../panels/transport/transport';
import { PanelBoundary } from '../../ui/boundary/panel-boundary';
import { classNames } from '../../ui/class-names';
import { OpenSubView, SubViewTabs } from '../frame/sub-views';
import { TrainingBar } from '../frame/training-bar';
import layout from '../frame/workspace.module.css';
import type { WorkspaceProps } from '../frame/workspace';
import styles from './apply-workspace.module.css';

export function ApplyWorkspace(props: WorkspaceProps) {
  return (
    <main className={classNames(layout.workspace, styles.workspace)}>
      <div className={layout.bar}>
        <div className={styles.tabs}>
          <SubViewTabs {...props} label={t`Application`} />
        </div>
        <TrainingBar />
        <div className={layout.stage}>
          <StageLine />
        </div>
        <div className={layout.readOuts}>
          <PanelBoundary name={t`The measurements`}>
            <ApplyReadOuts />
          </PanelBoundary>
        </div>
      </div>
      <OpenSubView {...props} className={styles.subView} />
    </main>
  );
}

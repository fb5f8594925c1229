// The Compare workspace: its tabs, and the sub-view that is open. Only that one is mounted.
import { t } from '@lingui/core/macro';
import { classNames } from '../../ui/class-names';
import { OpenSubView, SubViewTabs } from '../frame/sub-views';
import layout from '../frame/workspace.module.css';
import type { WorkspaceProps } from '../frame/workspace';
import styles from './compare-workspace.module.css';

export function CompareWorkspace(props: WorkspaceProps) {
  return (
    <main className={classNames(layout.workspace, styles.workspace)}>
      <div className={styles.tabs}>
        <SubViewTabs {...props} label={t`What is compared`} />
      </div>
      <OpenSubView {...props} className={styles.subView} />
    </main>
  );
}

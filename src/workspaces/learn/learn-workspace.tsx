// The Learn workspace: its tabs, and below them the open sub-view as a page that scrolls.
import { t } from '@lingui/core/macro';
import { classNames } from '../../ui/class-names';
import { OpenSubView, SubViewTabs } from '../frame/sub-views';
import layout from '../frame/workspace.module.css';
import type { WorkspaceProps } from '../frame/workspace';
import styles from './learn-workspace.module.css';

export function LearnWorkspace(props: WorkspaceProps) {
  return (
    <main className={classNames(layout.workspace, styles.workspace)}>
      <div className={styles.tabs}>
        <SubViewTabs {...props} label={t`What to learn from`} />
      </div>
      <OpenSubView {...props} className={styles.subView} />
    </main>
  );
}

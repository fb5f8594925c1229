// Compare: families side by side, one setting at several values, or runs that were kept. What trains in Train is paused meanwhile, and a
// comparison is paused when the person leaves.
import { t } from '@lingui/core/macro';
import { statusOf } from '../../session/comparison/comparison';
import { pausedNotice } from '../../session/page/notices';
import type { Session } from '../../session/session';
import { lazyPart } from '../../ui/boundary/lazy-part';
import type { Workspace } from '../frame/workspace';
import { CompareWorkspace } from './compare-workspace';
import styles from './compare-workspace.module.css';

export const compare: Workspace = {
  id: 'compare',
  label: t`Compare`,
  View: CompareWorkspace,
  subViews: [
    {
      id: 'families',
      label: t`Families`,
      explanation: t`Four families trained side by side`,
      View: lazyPart({
        name: t`Families`,
        load: async () => (await import('./families')).Families,
        className: styles.below,
      }),
      keys: [
        {
          key: ' ',
          cap: t({ message: 'Space', comment: 'The key' }),
          help: t`Train or pause the four families`,
          act: toggleComparison,
        },
      ],
    },
    {
      id: 'sweeps',
      label: t`Sweeps`,
      explanation: t`What one setting buys, beside PCA`,
      View: lazyPart({
        name: t`Sweeps`,
        load: async () => (await import('./sweeps')).Sweeps,
        className: styles.below,
      }),
    },
    {
      id: 'runs',
      label: t`Runs`,
      explanation: t`Every network that you have trained in this browser`,
      View: lazyPart({
        name: t`Runs`,
        load: async () => (await import('./runs')).Runs,
        className: styles.below,
      }),
    },
  ],
  keys: [],
  onEnter: pauseTraining,
  onLeave: pauseComparison,
};

/** A slip of the key must not discard what has been trained: only the button starts over. */
function toggleComparison({ comparison, families }: Session): void {
  const status = statusOf(comparison.store.getState());
  if (status !== 'finished' && status !== 'ended') families.toggle();
}

function pauseTraining({ run, notices }: Session): void {
  if (!run.store.getState().wantsTraining) return;
  run.toggle();
  const message = t`Training is paused while you compare. In Train it is as you left it.`;
  notices.show({ key: pausedNotice, kind: 'info', message });
}

function pauseComparison({ comparison, notices }: Session): void {
  if (statusOf(comparison.store.getState()) !== 'training') return;
  comparison.pause();
  const message = t`The comparison is paused. It continues in Compare where it left off.`;
  notices.show({ key: 'workspace', kind: 'info', message });
}

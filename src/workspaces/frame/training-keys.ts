// The keys of the main run, for every workspace that shows it.
import { t } from '@lingui/core/macro';
import { partState } from '../../session/shared-link/shared-link';
import type { WorkspaceKey } from './workspace';

export const trainingKeys: readonly WorkspaceKey[] = [
  {
    key: ' ',
    cap: t({ message: 'Space', comment: 'The key' }),
    help: t`Train or pause`,
    act: ({ run }) => run.toggle(),
  },
  { key: '.', cap: '.', help: t`One training step`, repeats: true, act: ({ run }) => run.step() },
  {
    ...{ key: 'r', cap: 'R', help: t`Reset to the untrained network` },
    act({ run }) {
      if (partState('reset') === 'shown') run.reset();
    },
  },
];

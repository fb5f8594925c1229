// The keys of the main run, for every workspace that shows it.
import { partState } from '../../session/shared-link/shared-link';
import type { WorkspaceKey } from './workspace';

export const trainingKeys: readonly WorkspaceKey[] = [
  { key: ' ', cap: 'Space', help: 'Train or pause', act: ({ run }) => run.toggle() },
  { key: '.', cap: '.', help: 'One training step', repeats: true, act: ({ run }) => run.step() },
  {
    ...{ key: 'r', cap: 'R', help: 'Reset to the untrained network' },
    act({ run }) {
      if (partState('reset') === 'shown') run.reset();
    },
  },
];

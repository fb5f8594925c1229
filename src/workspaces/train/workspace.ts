// Train: one experiment, everything on the screen while it trains. The page begins here, so it comes with the first script.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { trainingKeys } from '../frame/training-keys';
import type { Workspace, WorkspaceKey } from '../frame/workspace';
import { Network } from './network';
import { networkHref } from './unit-address';
import { TrainWorkspace } from './train-workspace';

/** Opens the network, and closes it. */
const networkKey: WorkspaceKey = {
  key: 'n',
  cap: 'N',
  help: t`Open or close the network`,
  act: () => (location.hash = location.hash.startsWith(networkHref) ? '#train' : networkHref),
};

export const train: Workspace = {
  id: 'train',
  label: t`Train`,
  View: TrainWorkspace,
  standsAlone: true,
  subViews: [
    {
      id: 'network',
      label: t`Network`,
      explanation: t`Every layer for one sample, and what each unit does`,
      View: Network,
    },
    {
      id: 'slow-motion',
      label: t`Slow motion`,
      explanation: t`One training step, part by part, with its own numbers`,
      View: lazyPart({
        name: t`Slow motion`,
        load: async () => (await import('../../panels/slow-motion/slow-motion')).SlowMotion,
      }),
    },
  ],
  keys: [...trainingKeys, networkKey],
};

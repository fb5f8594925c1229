// Train: one experiment, everything on the screen while it trains. The page begins here, so it comes with the first script.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { trainingKeys } from '../frame/training-keys';
import type { Workspace } from '../frame/workspace';
import { TrainWorkspace } from './train-workspace';

export const train: Workspace = {
  id: 'train',
  label: 'Train',
  View: TrainWorkspace,
  subViews: [],
  closeUps: [
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
  keys: trainingKeys,
};

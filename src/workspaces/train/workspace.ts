// Train: one experiment, everything on the screen while it trains. The page begins here, so it comes with the first script.
import { t } from '@lingui/core/macro';
import { trainingKeys } from '../frame/training-keys';
import type { Workspace } from '../frame/workspace';
import { TrainWorkspace } from './train-workspace';

export const train: Workspace = {
  id: 'train',
  label: t`Train`,
  View: TrainWorkspace,
  subViews: [],
  keys: trainingKeys,
};

// Apply: what a trained autoencoder is used for, each use with its simple rivals beside it. Each is a sub-view on the run that
// trains in Train.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../ui/boundary/lazy-part';
import layout from '../frame/workspace.module.css';
import { trainingKeys } from '../frame/training-keys';
import { soundKeys } from './sound-keys';
import type { Workspace, WorkspaceProps } from '../frame/workspace';

export const apply: Workspace = {
  id: 'apply',
  label: t`Apply`,
  View: lazyPart<WorkspaceProps>({
    name: t`Apply`,
    load: async () => (await import('./apply-workspace')).ApplyWorkspace,
    element: 'main',
    className: layout.placeholder,
  }),
  subViews: [
    {
      id: 'anomalies',
      label: t`Anomalies`,
      explanation: t`Trained on what is normal, the network finds what is not`,
      View: lazyPart({
        name: t`Anomalies`,
        load: async () => (await import('../../panels/anomalies/anomalies')).Anomalies,
      }),
    },
    {
      id: 'inpainting',
      label: t`Inpainting`,
      explanation: t`The network fills in what is missing from a sample`,
      View: lazyPart({
        name: t`Inpainting`,
        load: async () => (await import('../../panels/inpainting/inpainting')).Inpainting,
      }),
    },
    {
      id: 'sound',
      label: t`Sound`,
      explanation: t`The network takes the noise out of sound: hear it, see it, measure it`,
      View: lazyPart({
        name: t`Sound`,
        load: async () => (await import('../../panels/sound/sound')).Sound,
      }),
      keys: soundKeys,
    },
    {
      id: 'limits',
      label: t`Limits`,
      explanation: t`What a network makes of samples unlike those it has seen`,
      View: lazyPart({
        name: t`Limits`,
        load: async () => (await import('../../panels/limits/limits')).Limits,
      }),
    },
  ],
  keys: trainingKeys,
};

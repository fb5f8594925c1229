// Apply: what a trained autoencoder is used for, each use with its simple rivals beside it. Each is a sub-view on the run that
// trains in Train.
import { lazyPart } from '../../ui/boundary/lazy-part';
import layout from '../frame/workspace.module.css';
import { trainingKeys } from '../frame/training-keys';
import { soundKeys } from './sound-keys';
import type { Workspace, WorkspaceProps } from '../frame/workspace';

export const apply: Workspace = {
  id: 'apply',
  label: 'Apply',
  View: lazyPart<WorkspaceProps>({
    name: 'Apply',
    load: async () => (await import('./apply-workspace')).ApplyWorkspace,
    element: 'main',
    className: layout.placeholder,
  }),
  subViews: [
    {
      id: 'anomalies',
      label: 'Anomalies',
      explanation: 'Trained on what is normal, the network finds what is not',
      View: lazyPart({
        name: 'Anomalies',
        load: async () => (await import('../../panels/anomalies/anomalies')).Anomalies,
      }),
    },
    {
      id: 'inpainting',
      label: 'Inpainting',
      explanation: 'The network fills in what is missing from a sample',
      View: lazyPart({
        name: 'Inpainting',
        load: async () => (await import('../../panels/inpainting/inpainting')).Inpainting,
      }),
    },
    {
      id: 'sound',
      label: 'Sound',
      explanation: 'The network takes the noise out of sound: hear it, see it, measure it',
      View: lazyPart({
        name: 'Sound',
        load: async () => (await import('../../panels/sound/sound')).Sound,
      }),
      keys: soundKeys,
    },
    {
      id: 'limits',
      label: 'Limits',
      explanation: 'What a network makes of samples unlike those it has seen',
      View: lazyPart({
        name: 'Limits',
        load: async () => (await import('../../panels/limits/limits')).Limits,
      }),
    },
  ],
  keys: trainingKeys,
};

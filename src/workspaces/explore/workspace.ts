// Explore: the latent space of the run that trains in Train. Each tool is a sub-view.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../ui/boundary/lazy-part';
import layout from '../frame/workspace.module.css';
import { trainingKeys } from '../frame/training-keys';
import type { Workspace, WorkspaceProps } from '../frame/workspace';

export const explore: Workspace = {
  id: 'explore',
  label: t`Explore`,
  View: lazyPart<WorkspaceProps>({
    name: t`Explore`,
    load: async () => (await import('./explore-workspace')).ExploreWorkspace,
    element: 'main',
    className: layout.placeholder,
  }),
  subViews: [
    {
      id: 'sliders',
      label: t`Sliders`,
      explanation: t`One slider for each unit of the code; moving one decodes at once`,
      View: lazyPart({
        name: t`Sliders`,
        load: async () => (await import('../../panels/code-sliders/code-sliders')).CodeSliders,
      }),
    },
    {
      id: 'interpolation',
      label: t`Interpolation`,
      explanation: t`From one image to another, through codes and through pixels`,
      View: lazyPart({
        name: t`Interpolation`,
        load: async () => (await import('../../panels/interpolation/interpolation')).Interpolation,
      }),
    },
    {
      id: 'arithmetic',
      label: t`Arithmetic`,
      explanation: t`Mean code of one selection, minus another, plus a third`,
      View: lazyPart({
        name: t`Arithmetic`,
        load: async () => (await import('../../panels/arithmetic/arithmetic')).Arithmetic,
      }),
    },
    {
      id: 'generate',
      label: t`Generate`,
      explanation: t`Decode codes drawn at random`,
      View: lazyPart({
        name: t`Generate`,
        load: async () => (await import('../../panels/generation/generation')).Generation,
      }),
    },
    {
      id: 'components',
      label: t`Components`,
      explanation: t`PCA’s eigenimages beside what each unit does`,
      View: lazyPart({
        name: t`Components`,
        load: async () => (await import('../../panels/pca-components/pca-components')).PcaComponents,
      }),
    },
    {
      id: 'quality',
      label: t`Code quality`,
      explanation: t`Neighbours, a linear probe, and how far the map can be trusted`,
      View: lazyPart({
        name: t`Code quality`,
        load: async () => (await import('../../panels/code-quality/code-quality')).CodeQuality,
      }),
    },
  ],
  keys: trainingKeys,
};

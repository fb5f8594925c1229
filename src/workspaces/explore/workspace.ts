// Explore: the latent space of the run that trains in Train. Each tool is a sub-view.
import { lazyPart } from '../../ui/boundary/lazy-part';
import layout from '../frame/workspace.module.css';
import { trainingKeys } from '../frame/training-keys';
import type { Workspace, WorkspaceProps } from '../frame/workspace';

export const explore: Workspace = {
  id: 'explore',
  label: 'Explore',
  View: lazyPart<WorkspaceProps>({
    name: 'Explore',
    load: async () => (await import('./explore-workspace')).ExploreWorkspace,
    element: 'main',
    className: layout.placeholder,
  }),
  subViews: [
    {
      id: 'sliders',
      label: 'Sliders',
      explanation: 'One slider for each unit of the code; moving one decodes at once',
      View: lazyPart({
        name: 'Sliders',
        load: async () => (await import('../../panels/code-sliders/code-sliders')).CodeSliders,
      }),
    },
    {
      id: 'interpolation',
      label: 'Interpolation',
      explanation: 'From one image to another, through codes and through pixels',
      View: lazyPart({
        name: 'Interpolation',
        load: async () => (await import('../../panels/interpolation/interpolation')).Interpolation,
      }),
    },
    {
      id: 'arithmetic',
      label: 'Arithmetic',
      explanation: 'Mean code of one selection, minus another, plus a third',
      View: lazyPart({
        name: 'Arithmetic',
        load: async () => (await import('../../panels/arithmetic/arithmetic')).Arithmetic,
      }),
    },
    {
      id: 'generate',
      label: 'Generate',
      explanation: 'Decode codes drawn at random',
      View: lazyPart({
        name: 'Generate',
        load: async () => (await import('../../panels/generation/generation')).Generation,
      }),
    },
    {
      id: 'components',
      label: 'Components',
      explanation: 'PCA’s eigenimages beside what each unit does',
      View: lazyPart({
        name: 'Components',
        load: async () => (await import('../../panels/pca-components/pca-components')).PcaComponents,
      }),
    },
    {
      id: 'quality',
      label: 'Code quality',
      explanation: 'Neighbours, a linear probe, and how far the map can be trusted',
      View: lazyPart({
        name: 'Code quality',
        load: async () => (await import('../../panels/code-quality/code-quality')).CodeQuality,
      }),
    },
  ],
  keys: trainingKeys,
};

// Learn: lessons beside the playground. `#learn/<lesson>` is a lesson's own address: any name that is no sub-view.
import { t } from '@lingui/core/macro';
import { lazyPart } from '../../ui/boundary/lazy-part';
import layout from '../frame/workspace.module.css';
import type { Workspace, WorkspaceProps } from '../frame/workspace';

export const learn: Workspace = {
  id: 'learn',
  label: t({ message: 'Learn', comment: 'name of a workspace' }),
  View: lazyPart<WorkspaceProps>({
    name: t({ message: 'Learn', comment: 'name of a workspace' }),
    load: async () => (await import('./learn-workspace')).LearnWorkspace,
    element: 'main',
    className: layout.placeholder,
  }),
  subViews: [
    {
      id: 'lessons',
      label: t`Lessons`,
      explanation: t`Short experiments on the real playground`,
      View: lazyPart({
        name: t`Lessons`,
        load: async () => (await import('./lessons-and-examples')).LessonsAndExamples,
      }),
    },
    {
      id: 'glossary',
      label: t`Glossary`,
      explanation: t`What every word means, with its formula and where it comes from`,
      View: lazyPart({
        name: t`Glossary`,
        load: async () => (await import('../../panels/glossary/glossary')).Glossary,
      }),
    },
  ],
  keys: [],
};

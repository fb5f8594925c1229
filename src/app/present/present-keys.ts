// The keys of presenting, wherever the person is. The remote control of a projector sends PageUp and PageDown.
import { t } from '@lingui/core/macro';
import {
  presentationStore,
  toggleDrawer,
  togglePresentation,
  type Presentation,
} from '../../session/page/presentation/presentation';
import type { WorkspaceKey } from '../../workspaces/frame/workspace';

export const presentKey: WorkspaceKey = {
  key: 'p',
  cap: 'P',
  help: t`Present: large, for a projector`,
  act: togglePresentation,
};

const whilePresenting: readonly WorkspaceKey[] = [
  { key: 'c', cap: 'C', help: t`Controls, while presenting`, act: toggleDrawer },
  {
    ...{ key: 'pagedown', cap: t`Page down`, help: t`Train or pause, while presenting` },
    act: ({ run }) => run.toggle(),
  },
  {
    ...{ key: 'pageup', cap: t`Page up`, help: t`One training step, while presenting` },
    repeats: true,
    act: ({ run }) => run.step(),
  },
  {
    ...{ key: 'escape', cap: t`Esc`, help: t`Close the controls, or end presenting` },
    act: () => (presentationStore.getState().hasDrawer ? toggleDrawer() : togglePresentation()),
  },
];

/** For the help: every key there is. */
export const allPresentKeys: readonly WorkspaceKey[] = [presentKey, ...whilePresenting];

/** Those that mean something now. */
export function presentKeys({ isPresenting }: Presentation): readonly WorkspaceKey[] {
  return isPresenting ? allPresentKeys : [presentKey];
}

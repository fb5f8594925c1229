// The key that opens and closes the help, wherever the person is.
import { t } from '@lingui/core/macro';
import type { WorkspaceKey } from '../../workspaces/frame/workspace';
import { toggleHelp } from './help-store';

export const helpKey: WorkspaceKey = { key: '?', cap: '?', help: t`This help`, act: toggleHelp };

// The key that opens and closes the help, wherever the person is.
import type { WorkspaceKey } from '../../workspaces/frame/workspace';
import { toggleHelp } from './help-store';

export const helpKey: WorkspaceKey = { key: '?', cap: '?', help: 'This help', act: toggleHelp };

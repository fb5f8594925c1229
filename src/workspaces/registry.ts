// The workspaces, in the order of the header. The page opens with the first.
import { apply } from './apply/workspace';
import { compare } from './compare/workspace';
import { explore } from './explore/workspace';
import { learn } from './learn/workspace';
import { train } from './train/workspace';
import type { Workspace } from './frame/workspace';

export const workspaces: readonly [Workspace, ...Workspace[]] = [train, explore, apply, compare, learn];

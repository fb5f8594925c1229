// The keys for the help: each key once, with what it does and where.
import { viewsOf } from '../../workspaces/frame/views';
import { workspaces } from '../../workspaces/registry';
import type { WorkspaceKey } from '../../workspaces/frame/workspace';

export interface KeyEntry {
  readonly cap: string;
  readonly actions: readonly KeyAction[];
}

interface KeyAction {
  readonly help: string;
  /** Labels of the workspaces and sub-views where the key does this. */
  readonly places: readonly string[];
}

export function listKeys(): readonly KeyEntry[] {
  const placesByHelp = new Map<string, Map<string, string[]>>();
  function add({ cap, help }: WorkspaceKey, place: string): void {
    const actions = placesByHelp.get(cap) ?? new Map<string, string[]>();
    placesByHelp.set(cap, actions.set(help, [...(actions.get(help) ?? []), place]));
  }
  for (const workspace of workspaces) {
    const { label, keys } = workspace;
    for (const key of keys) add(key, label);
    for (const view of viewsOf(workspace)) {
      for (const key of view?.keys ?? []) add(key, `${label}: ${view?.label ?? ''}`);
    }
  }
  return [...placesByHelp].map(([cap, actions]) => ({
    cap,
    actions: [...actions].map(([help, places]) => ({ help, places })),
  }));
}

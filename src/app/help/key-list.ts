// The keys for the help: each key once, with what it does and where.
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
  for (const { label, keys, subViews } of workspaces) {
    for (const key of keys) add(key, label);
    for (const subView of subViews) {
      for (const key of subView.keys ?? []) add(key, `${label}: ${subView.label}`);
    }
  }
  return [...placesByHelp].map(([cap, actions]) => ({
    cap,
    actions: [...actions].map(([help, places]) => ({ help, places })),
  }));
}

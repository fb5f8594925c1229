// The views of a workspace, each with an address of its own.
import type { SubView, Workspace } from './workspace';

/** Null stands for the only view of a workspace without tabs. */
export function viewsOf({ subViews, closeUps = [] }: Workspace): readonly (SubView | null)[] {
  return [...(subViews.length === 0 ? [null] : subViews), ...closeUps];
}

// What a workspace declares. Header, address, keys, help and page title follow from it. To add one: a folder with a
// declaration, and a line in registry.ts.
import type { ComponentType } from 'react';
import type { Session } from '../../session/session';

export interface Workspace {
  /** Its place in the address: `#explore`. */
  readonly id: string;
  readonly label: string;
  readonly View: ComponentType<WorkspaceProps>;
  /** Empty: the workspace has one view. An address that names none of them means the first. */
  readonly subViews: readonly SubView[];
  /** It has a view of its own, which an address without a sub-view means; sub-views open from there, and no tabs show them. */
  readonly standsAlone?: true;
  readonly keys: readonly WorkspaceKey[];
  readonly onEnter?: (session: Session, from: Workspace) => void;
  readonly onLeave?: (session: Session, to: Workspace) => void;
}

/** One of several views of a workspace, chosen by a tab. */
export interface SubView {
  /** Its place in the address: `#explore/sliders`. */
  readonly id: string;
  readonly label: string;
  /** One line, shown on hover and focus of the tab. */
  readonly explanation: string;
  readonly View: ComponentType;
  /** Keys that mean something only in this view. */
  readonly keys?: readonly WorkspaceKey[];
}

export interface WorkspaceKey {
  /** As in `KeyboardEvent.key`, in lower case. */
  readonly key: string;
  /** What is printed on the key. */
  readonly cap: string;
  /** What it does, for the help. */
  readonly help: string;
  /** Acts again and again while it is held down. */
  readonly repeats?: true;
  readonly act: (session: Session) => void;
}

/** What a workspace is shown with. */
export interface WorkspaceProps {
  readonly workspace: Workspace;
  /** The sub-view that is shown; null in a workspace without any. */
  readonly subView: SubView | null;
}

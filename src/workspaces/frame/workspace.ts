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
  /**
   * Views that something in the workspace opens and that take the place of its panels: `#train/slow-motion`. They are no tabs,
   * and a link to the workspace leads out of them.
   */
  readonly closeUps?: readonly SubView[];
  readonly keys: readonly WorkspaceKey[];
  readonly onEnter?: (session: Session, from: Workspace) => void;
  readonly onLeave?: (session: Session, to: Workspace) => void;
}

/** One of several views of a workspace. */
export interface SubView {
  /** Its place in the address: `#explore/sliders`. */
  readonly id: string;
  readonly label: string;
  /** One line, shown on hover and focus of what opens it. */
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
  /** The sub-view or close-up that is shown; null where the workspace shows its only view. */
  readonly subView: SubView | null;
}

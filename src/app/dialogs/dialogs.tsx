// The dialogs that several places open. They load when one is first opened.
import { closeDialog, type OpenedDialog } from '../../session/page/opened-dialog';
import { ResultsSheetDialog } from '../../panels/results-sheet/results-sheet-dialog';
import { TeacherLinkDialog } from '../../panels/teacher-link/teacher-link-dialog';
import { hrefOf } from '../../workspaces/frame/links';
import { viewsOf } from '../../workspaces/frame/views';
import { workspaces } from '../../workspaces/registry';

/** Every view of the page. */
const places = workspaces.flatMap((workspace) =>
  viewsOf(workspace).map((view) => ({
    href: hrefOf(workspace, view),
    label: view === null ? workspace.label : `${workspace.label}: ${view.label}`,
  })),
);

export function Dialogs({ opened }: { opened: OpenedDialog }) {
  return opened.kind === 'teacher-link' ? (
    <TeacherLinkDialog places={places} onClose={closeDialog} />
  ) : (
    <ResultsSheetDialog runId={opened.runId} onClose={closeDialog} />
  );
}

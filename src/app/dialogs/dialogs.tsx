// The dialogs that several places open. They load when one is first opened.
import { closeDialog, type OpenedDialog } from '../../session/page/opened-dialog';
import { ResultsSheetDialog } from '../../panels/results-sheet/results-sheet-dialog';
import { TeacherLinkDialog } from '../../panels/teacher-link/teacher-link-dialog';
import { hrefOf } from '../../workspaces/frame/links';
import { workspaces } from '../../workspaces/registry';

/** Every view of the page. */
const places = workspaces.flatMap((workspace) => [
  ...(workspace.subViews.length === 0 || workspace.standsAlone
    ? [{ href: hrefOf(workspace, null), label: workspace.label }]
    : []),
  ...workspace.subViews.map((subView) => ({
    href: hrefOf(workspace, subView),
    label: `${workspace.label}: ${subView.label}`,
  })),
]);

export function Dialogs({ opened }: { opened: OpenedDialog }) {
  return opened.kind === 'teacher-link' ? (
    <TeacherLinkDialog places={places} onClose={closeDialog} />
  ) : (
    <ResultsSheetDialog runId={opened.runId} onClose={closeDialog} />
  );
}

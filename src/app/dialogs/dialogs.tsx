// The dialogs that several places open. They load when one is first opened.
import { closeDialog, type OpenedDialog } from '../../session/page/opened-dialog';
import { PresetsDialog } from '../../panels/presets/presets-dialog';
import { ResultsSheetDialog } from '../../panels/results-sheet/results-sheet-dialog';
import { TeacherLinkDialog } from '../../panels/teacher-link/teacher-link-dialog';
import { allViews } from '../../workspaces/address';
import { hrefOf } from '../../workspaces/frame/links';

/** Every view of the page. */
const places = allViews.map(({ workspace, subView }) => ({
  href: hrefOf(workspace, subView),
  label: subView === null ? workspace.label : `${workspace.label}: ${subView.label}`,
}));

export function Dialogs({ opened }: { opened: OpenedDialog }) {
  switch (opened.kind) {
    case 'teacher-link':
      return <TeacherLinkDialog places={places} onClose={closeDialog} />;
    case 'presets':
      return <PresetsDialog onClose={closeDialog} />;
    case 'results-sheet':
      return <ResultsSheetDialog runId={opened.runId} onClose={closeDialog} />;
    default:
      return opened satisfies never;
  }
}

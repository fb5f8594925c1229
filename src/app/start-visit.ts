// What the page does about kept runs once it stands: it offers the last one to a new visit, and has the browser ask before it closes
// where training would be lost. Comes after the first network.
import { experimentSchema } from '../catalog/experiment-schema';
import { fromSearch } from '../core/experiment/url/experiment-url';
import { askBeforeClosing } from '../session/archive/visit/ask-before-closing';
import { offerLastRun } from '../session/archive/visit/offer-last-run';
import type { Holds } from '../session/page/holds';
import type { Session } from '../session/session';

/**
 * @param search of the address that the visit began with
 * @param isNew the tab had no run before, or was opened anew with a link to something else
 */
export function startVisit(
  { archivist, notices, run }: Session,
  holds: Holds,
  search: string,
  isNew: boolean,
): void {
  askBeforeClosing(window, run.store, archivist.store);
  if (!isNew) return;
  const asked = search === '' ? null : fromSearch(search, experimentSchema).experiment;
  void offerLastRun({ archivist, notices, holds, run: run.store, asked });
}

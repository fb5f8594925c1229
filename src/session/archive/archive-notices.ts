// What the page says about keeping runs.
import { t } from '@lingui/core/macro';
import { countText } from '../../core/number-text';
import type { Notices } from '../page/notices';

/** Training goes on. */
export function tellRunNotKept(notices: Notices, why: 'refused' | 'full'): void {
  notices.show({
    key: 'run-not-kept',
    kind: 'warning',
    message:
      why === 'full'
        ? t`This browser has no room left to keep the run. Training goes on.`
        : t`This browser keeps no runs for this page. Training goes on.`,
    detail:
      why === 'full'
        ? t`Until there is room, it is lost when the page is closed: delete runs in Compare, or own data that you no longer need.`
        : t`It is lost when the page is closed. A private window, or blocked site data, can be the reason.`,
  });
}

/** @param step that the run goes on from; null: what was kept cannot be read */
export function tellKeptRun(notices: Notices, step: number | null): void {
  const key = 'kept-run';
  if (step === null) {
    const message = t`The run from before the reload could not be read, so training starts over.`;
    notices.show({ key, kind: 'warning', message });
  } else {
    const message = t`Your run is back at step ${{ step: countText(step) }}, with its curves.`;
    notices.show({ key, kind: 'info', message });
  }
}

// What the page says after a reload that kept its run, or should have.
import { countText } from '../../core/number-text';
import type { Notices } from '../page/notices';

/** @param step that the run goes on from; null: what was kept cannot be read */
export function tellKeptRun(notices: Notices, step: number | null): void {
  const key = 'kept-run';
  if (step === null) {
    const message = 'The run from before the reload could not be read, so training starts over.';
    notices.show({ key, kind: 'warning', message });
  } else {
    const message = `Your run is back at step ${countText(step)}, with its curves.`;
    notices.show({ key, kind: 'info', message });
  }
}

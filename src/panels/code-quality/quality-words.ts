// Of which network a measurement is.
import { countText } from '../../core/number-text';

interface Moment {
  readonly runId: number;
  readonly step: number;
}

/** What stands under the table: of which step it is, and whether that is still what is looked at. */
export function whenText(measured: Moment, now: Moment): string {
  const step = `step ${countText(measured.step)}`;
  if (measured.runId !== now.runId) return `Measured at ${step} of an earlier network: measure again.`;
  return measured.step === now.step
    ? `Measured at ${step}, the one that is shown.`
    : `Measured at ${step}; the network has learned since.`;
}

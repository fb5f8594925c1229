// A new visit begins with an untrained network; the run that was trained last is offered, once, and never forced.
import type { StoreApi } from 'zustand/vanilla';
import { changeBetween } from '../../../core/experiment/change';
import type { Experiment } from '../../../core/experiment/experiment';
import type { RunId } from '../../../core/run/stamp';
import type { Holds } from '../../page/holds';
import type { Notices } from '../../page/notices';
import type { Run } from '../../runs/run';
import type { Archivist } from '../archivist';
import type { RunEntry } from '../run-entry';
import { goOnLabel, lastRunText, notOpenedText } from './words';

export interface OfferPorts {
  readonly archivist: Pick<Archivist, 'store' | 'refresh' | 'open'>;
  readonly notices: Notices;
  readonly holds: Pick<Holds, 'held'>;
  readonly run: StoreApi<Run>;
  /** What the address asks for; null where it asks for no experiment. */
  readonly asked: Experiment | null;
}

const key = 'last-run';
const storageKey = 'hourglass-refused-run';

/** Offers the latest kept run that no tab has, unless the address asks for an experiment that needs another network. */
export async function offerLastRun(ports: OfferPorts): Promise<void> {
  const { archivist, notices, holds, run, asked } = ports;
  await archivist.refresh();
  const held = await holds.held();
  // Nobody watched a repeat over seeds: it is no run to come back to.
  const entries = archivist.store.getState().entries.filter(({ group }) => group === undefined);
  const last = entries.find(({ id }) => !held.has(id));
  if (last === undefined || wasRefused(last)) return;
  if (asked !== null && changeBetween(last.experiment, asked) === 'rebuild') return;
  // The person may have begun meanwhile.
  if (run.getState().step > 0 || run.getState().wantsTraining) return;

  async function open(id: RunId): Promise<void> {
    const outcome = await archivist.open(id);
    notices.dismiss(key);
    if (outcome !== 'opened') notices.show({ key, kind: 'warning', message: notOpenedText(outcome) });
  }

  notices.show({
    key,
    kind: 'info',
    ...lastRunText(last),
    action: { label: goOnLabel, onClick: () => void open(last.id) },
    onDismiss: () => refuse(last),
  });
  // It goes when something else is trained.
  const stop = run.subscribe(({ wantsTraining, step }) => {
    if (!wantsTraining && step === 0) return;
    stop();
    notices.dismiss(key);
  });
}

/** What was refused is not offered again until it has been trained further. */
function wasRefused(entry: RunEntry): boolean {
  try {
    return localStorage.getItem(storageKey) === stateOf(entry);
  } catch {
    return false;
  }
}

function refuse(entry: RunEntry): void {
  try {
    localStorage.setItem(storageKey, stateOf(entry));
  } catch {
    // Storage is denied: then no run is kept that could be offered again.
  }
}

function stateOf({ id, step }: RunEntry): string {
  return `${id} ${step}`;
}

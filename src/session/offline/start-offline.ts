// Registers the service worker, which serves the page without a network and with the headers that threads need, and offers a version
// that is newer. Loaded after the page has.
import type { DatasetId } from '../../core/experiment/dataset-id';
import { withinTime } from '../../core/browser/time-limit';
import type { TabCount, VersionQuestion } from '../../core/offline/offline-messages';
import type { Notices } from '../page/notices';
import { keepFiles, readBuiltInData } from './built-in-data';
import {
  busyText,
  loadIt,
  newVersionKey,
  newVersionText,
  notKeptText,
  otherTabsText,
  tryAgain,
} from './words';

export interface OfflinePorts {
  readonly notices: Notices;
  /** Nothing has been trained, and nothing is being. */
  readonly isUntouched: () => boolean;
  /** Something trains that a reload would end. */
  readonly isBusy: () => boolean;
  /** Keeps the main run for the page that comes after this one; false where that failed. */
  readonly keepRun: () => Promise<boolean>;
  /** What the main run is on. */
  readonly dataset: () => DatasetId;
  /** Waits until the data of the main run has arrived: nothing else is fetched before. */
  readonly dataArrived: Promise<void>;
}

/** Set once a tab has reloaded for the sake of isolation, so that it does not do so for ever. */
const reloadedKey = 'hourglass-isolated';
const updateEveryMs = 3_600_000;
const answerMs = 5000;

/** Does nothing where the browser has no service workers or refuses this one: the page works as it did. */
export async function startOffline(ports: OfflinePorts): Promise<void> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (serviceWorker === undefined) return;
  const address = new URL(`${import.meta.env.BASE_URL}service-worker.js`, location.href);
  let registration: ServiceWorkerRegistration | undefined;
  try {
    // Where threads wait for it there is no time to lose.
    if (globalThis.crossOriginIsolated) await ports.dataArrived;
    registration = await serviceWorker.register(address);
  } catch {
    // Storage is denied, or the server has no such file.
  }
  if (registration === undefined) return;
  watchForVersions(registration, ports);
  await serviceWorker.ready;
  if (!globalThis.crossOriginIsolated && ports.isUntouched() && noteReload()) {
    location.reload();
    return;
  }
  await ports.dataArrived;
  await keepFirstData(ports.dataset());
}

/** False where that has been tried in this tab, or cannot be remembered. */
function noteReload(): boolean {
  try {
    if (sessionStorage.getItem(reloadedKey) !== null) return false;
    sessionStorage.setItem(reloadedKey, '1');
    return true;
  } catch {
    return false;
  }
}

/**
 * The data that the page begins with, in full, and what this visit is on: what was fetched before the service worker was there. What
 * is used later it keeps as it is fetched.
 */
async function keepFirstData(current: DatasetId): Promise<void> {
  if (!('caches' in globalThis)) return;
  // A browser may have the cache and refuse to open it.
  const sets = await readBuiltInData().catch(() => []);
  for (const [place, { ids, urls, isKept }] of sets.entries()) {
    if (isKept || (place > 0 && !ids.includes(current))) continue;
    await keepFiles(urls, () => undefined).catch(() => undefined);
  }
}

function watchForVersions(registration: ServiceWorkerRegistration, ports: OfflinePorts): void {
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) offerVersion(registration, ports);
  };
  const follow = () => registration.installing?.addEventListener('statechange', offer);
  offer();
  follow();
  registration.addEventListener('updatefound', follow);
  // A tab may stay open for days.
  setInterval(() => void registration.update().catch(() => undefined), updateEveryMs);
}

function ask(worker: ServiceWorker, question: VersionQuestion, transfer: Transferable[] = []): void {
  worker.postMessage(question, transfer);
}

async function hasOtherTabs(waiting: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<TabCount>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<TabCount>) => resolve(data);
  });
  ask(waiting, { type: 'count-tabs' }, [port2]);
  // A worker that does not answer cannot take over either.
  const { tabs } = await withinTime(answerMs, answer).catch(() => ({ tabs: Infinity }));
  port1.close();
  return tabs > 1;
}

function offerVersion(registration: ServiceWorkerRegistration, ports: OfflinePorts): void {
  const { notices } = ports;
  const show = (text: { readonly message: string; readonly detail?: string }, label: string) =>
    notices.show({
      key: newVersionKey,
      kind: 'info',
      ...text,
      action: { label, onClick: () => void load() },
    });

  /** Why it cannot be loaded now. */
  async function obstacle(waiting: ServiceWorker | null): Promise<typeof busyText | null> {
    if (ports.isBusy()) return busyText;
    if (waiting && (await hasOtherTabs(waiting))) return otherTabsText;
    // Last, since it pauses the run.
    return (await ports.keepRun()) ? null : notKeptText;
  }

  async function load(): Promise<void> {
    const { waiting } = registration;
    const why = await obstacle(waiting);
    if (why) {
      show(why, tryAgain);
    } else if (waiting) {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      ask(waiting, { type: 'take-over' });
    } else {
      // Another tab has had it take over.
      location.reload();
    }
  }

  show(newVersionText, loadIt);
}

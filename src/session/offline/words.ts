// What the page says about working without a network.
import type { Notice } from '../page/notices';

export const newVersionKey = 'new-version';

type Text = Pick<Notice, 'message' | 'detail'>;

export const newVersionText: Text = {
  message: 'A new version is ready.',
  detail: 'Loading it keeps your run, which goes on where it is. Runs beside it in Compare start over.',
};

export const loadIt = 'Load it';
export const tryAgain = 'Try again';

export const busyText: Text = {
  message: 'The new version waits: something else is still training.',
  detail: 'A comparison, a sweep or an application is under way, and would end. Load it when that is done.',
};

export const otherTabsText: Text = {
  message: 'The new version waits: Hourglass is open in other tabs.',
  detail: 'They run on the version that is here now. Close them, then load the new one.',
};

export const notKeptText: Text = {
  message: 'The new version was not loaded, since the run could not be kept.',
  detail: 'This browser has no room for it. Training goes on in the version that is here now.',
};

/** What Help says of the built-in data. */
export const offlineTexts = {
  title: 'Without a network',
  page: 'After one visit the page works without a network, and your browser can install it as an application.',
  none: 'This browser keeps nothing for this page, so it needs the network: a private window, blocked site data, or an address without HTTPS can be the reason.',
  reading: 'Reading …',
  isKept: 'available offline',
  isNotKept: 'needs the network',
  fetchAll: 'Fetch all data',
  fetching: (share: number) => `Fetching … ${Math.floor(100 * share)} %`,
  failed:
    'Not everything could be fetched: the network, or the browser\u2019s room for this page, ran out. What has come stays.',
} as const;

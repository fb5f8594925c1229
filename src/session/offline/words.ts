// What the page says about working without a network.
import { t } from '@lingui/core/macro';
import type { Notice } from '../page/notices';

export const newVersionKey = 'new-version';

type Text = Pick<Notice, 'message' | 'detail'>;

export const newVersionText: Text = {
  message: t`A new version is ready.`,
  detail: t`Loading it keeps your run, which continues where it was. Runs beside it in Compare start over.`,
};

export const loadIt = t`Load it`;
export const tryAgain = t`Try again`;

export const busyText: Text = {
  message: t`The new version waits: something else is still training.`,
  detail: t`A comparison, a sweep or an application is running and would be stopped. Load the new version when it is done.`,
};

export const otherTabsText: Text = {
  message: t`The new version waits: Hourglass is open in other tabs.`,
  detail: t`They run on the version that is here now. Close them, then load the new one.`,
};

export const notKeptText: Text = {
  message: t`The new version was not loaded, since the run could not be kept.`,
  detail: t`This browser has no room for it. Training goes on in the version that is here now.`,
};

/** What Help says of the built-in data. */
export const offlineTexts = {
  title: t`Without a network`,
  page: t`After one visit the page works without a network, and your browser can install it as an application.`,
  none: t`This browser keeps nothing for this page, so it needs the network: a private window, blocked site data, or an address without HTTPS can be the reason.`,
  reading: t`Reading…`,
  isKept: t`available offline`,
  isNotKept: t`needs the network`,
  fetchAll: t`Fetch all data`,
  fetching: (share: number) => t`Fetching: ${{ share: Math.floor(100 * share) }} %`,
  failed: t`Not everything could be fetched: the network failed, or the browser has no more room for this page. What has arrived is kept.`,
} as const;

// Serves the page without a network after one visit, and with the headers of a cross-origin isolated page on any host. What the page
// is made of is fetched when a version is installed; built-in data is kept as it is used. A new version waits until the page
// asks it to take over.
import { addPlugins, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { withinTime } from '../core/browser/time-limit';
import { dataCacheName, type TabCount, type VersionQuestion } from '../core/offline/offline-messages';
import { framePolicy, servedHeaders } from '../core/offline/served-headers';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

/** A copy with our headers; an answer without a body (an error, a redirect) stays as it is. */
function withHeaders(response: Response): Response {
  if (response.status === 0 || response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(servedHeaders)) headers.set(name, value);
  headers.set('Content-Security-Policy', framePolicy);
  const { status, statusText } = response;
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  return new Response(hasBody ? response.body : null, { status, statusText, headers });
}

addPlugins([{ handlerWillRespond: ({ response }) => Promise.resolve(withHeaders(response)) }]);
// An experiment in the address is no other page.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/], cleanURLs: false });

const dataFolder = new URL('data/', self.registration.scope).href;

registerRoute(
  ({ url }) => url.href.startsWith(dataFolder),
  async ({ request, url }) =>
    withHeaders(url.pathname.endsWith('.json') ? await newestList(request) : await dataFile(request)),
);

/** How long the server is waited for where an answer is kept: a network that is there but leads nowhere. */
const patienceMs = 5000;

/**
 * A manifest from the server, since it names the data's checksums. The one that is kept where the server does not answer in time, is
 * out of order, or answers with something else, as the login page of a network does.
 */
async function newestList(request: Request): Promise<Response> {
  const cache = await caches.open(dataCacheName);
  const kept = await cache.match(request.url);
  if (!kept) {
    const answer = await fetch(request);
    if (answer.ok && (await isJson(answer.clone()))) await keep(cache, request.url, answer.clone());
    return answer;
  }
  const answer = await withinTime(patienceMs, fetch(request)).catch(() => null);
  if (!answer?.ok || !(await isJson(answer.clone()))) return kept;
  if ((await kept.clone().text()) === (await answer.clone().text())) return kept;
  await forgetFolder(cache, request.url);
  await keep(cache, request.url, answer.clone());
  return answer;
}

function isJson(answer: Response): Promise<boolean> {
  return answer.json().then(
    () => true,
    () => false,
  );
}

/** Data of another version under the same names. */
async function forgetFolder(cache: Cache, manifestUrl: string): Promise<void> {
  const folder = new URL('.', manifestUrl).href;
  const requests = await cache.keys();
  const stale = requests.filter(({ url }) => url.startsWith(folder));
  await Promise.all(stale.map((one) => cache.delete(one)));
}

async function dataFile(request: Request): Promise<Response> {
  const cache = await caches.open(dataCacheName);
  // `reload` is asked for when what came was broken.
  const kept = request.cache === 'reload' ? undefined : await cache.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) void keep(cache, request.url, answer.clone());
  return answer;
}

/** Where the browser has no room, it is fetched again next time. */
function keep(cache: Cache, url: string, answer: Response): Promise<void> {
  return cache.put(url, answer).catch(() => undefined);
}

self.addEventListener('activate', () => {
  // The first visit's page keeps the data that it fetches from now on, too. Not waited for: Firefox has every worker of the page take note,
  // which the threads of our kernels, asleep between jobs, never do, and answers no request until the wait is over, a minute later.
  void self.clients.claim();
});

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const { type } = event.data as VersionQuestion;
  if (type === 'take-over') event.waitUntil(self.skipWaiting());
  if (type === 'count-tabs') event.waitUntil(countTabs(event.ports[0]));
});

async function countTabs(port: MessagePort | undefined): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const answer: TabCount = { tabs: open.length };
  port?.postMessage(answer);
}

// What the page and its service worker agree on.

/** The cache of the built-in data, which both write to. What the page itself is made of is in a cache of Workbox's. */
export const dataCacheName = 'hourglass-data';

/**
 * `take-over`: a version that waits becomes the one that serves every tab. `count-tabs`: it answers with a `TabCount` on the port
 * that comes with the question.
 */
export interface VersionQuestion {
  readonly type: 'take-over' | 'count-tabs';
}

export interface TabCount {
  readonly tabs: number;
}

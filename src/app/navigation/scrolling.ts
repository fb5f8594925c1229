// Where a view that was opened begins.

/** The parts of `window` that are needed. */
export interface ScrolledPage {
  readonly location: Pick<Location, 'hash'>;
  /** Older browsers have none: a view begins where the one before it was left. */
  readonly navigation?: Pick<Navigation, 'addEventListener'>;
  scrollTo(x: number, y: number): void;
}

/** What is a page of its own to read: a workspace, each lesson, the glossary. The views of Explore and Apply are tabs of one. */
function readAs(hash: string): string {
  const [workspace = '', part = ''] = (hash || '#train').slice(1).split('/');
  return workspace === 'learn' ? `learn/${part}` : workspace;
}

/** A page that a link opens is seen from its top. Back and forward are left to the browser, which knows where its reader was. */
export function startScrolling(page: ScrolledPage): void {
  let read = readAs(page.location.hash);
  page.navigation?.addEventListener('currententrychange', ({ navigationType }) => {
    const next = readAs(page.location.hash);
    if (next !== read && navigationType === 'push') page.scrollTo(0, 0);
    read = next;
  });
}

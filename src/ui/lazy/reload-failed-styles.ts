// Vite fetches the stylesheet of a chunk once. After a failed fetch it takes the sheet for loaded, so a retry has to
// fetch it itself, or the part would come without its style.

/** Fetches again every stylesheet of the page that did not load. Rejects if one fails again. */
export async function reloadFailedStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  await Promise.all(links.filter(isWithoutRules).map(reload));
}

/** Chromium gives a link that failed a sheet: an empty one after a 404, one that cannot be read after a lost connection. */
function isWithoutRules({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet === null || sheet.cssRules.length === 0;
  } catch {
    return true;
  }
}

function reload(failed: HTMLLinkElement): Promise<void> {
  const link = failed.cloneNode() as HTMLLinkElement;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${link.href} did not load.`)));
    failed.replaceWith(link);
  });
}

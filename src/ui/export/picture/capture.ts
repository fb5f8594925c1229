// The page drawn for a picture: for a moment its canvases have the density of the picture, and on paper the colours are the light
// ones. All of it is drawn again as it always is, by the same code, and then as it was.
import { forceDensity, screenDensity } from '../../screen-density';
import { pageFacts } from '../page-facts';
import styles from './capture.module.css';

/** `paper`: light colours, as print and slides want them. `screen`: as the page is. */
export type Look = 'paper' | 'screen';

export function isDark(): boolean {
  return document.documentElement.dataset['theme'] === 'dark';
}

/** Charts are drawn in an effect, maps in the frame after it. */
const frames = 4;

/** Calls `read` while the page is drawn for the picture; what it returns must not need the page. */
export async function capturing<T>(look: Look, density: number, read: () => T): Promise<T> {
  const facts = look === 'paper' && isDark() ? await pageFacts() : null;
  const isForced = screenDensity() !== density;
  if (facts === null && !isForced) return read();
  const cover = facts === null ? null : coverPage();
  const root = document.documentElement;
  root.classList.add(styles.still ?? '');
  try {
    if (isForced) forceDensity(density);
    facts?.showTheme('light');
    for (let frame = 0; frame < frames; frame++) await nextFrame();
    return read();
  } finally {
    facts?.showTheme(null);
    if (isForced) forceDensity(null);
    for (let frame = 0; cover !== null && frame < 2; frame++) await nextFrame();
    root.classList.remove(styles.still ?? '');
    cover?.remove();
  }
}

/** Hides that the page is light for a moment: in a dark room that is a flash. */
function coverPage(): HTMLElement {
  const cover = document.createElement('div');
  cover.className = styles.cover ?? '';
  cover.style.background = getComputedStyle(document.body).backgroundColor;
  document.body.append(cover);
  // Above the menu, which the browser shows above everything else.
  cover.popover = 'manual';
  if ('showPopover' in cover) cover.showPopover();
  return cover;
}

/** A hidden tab draws no frames. */
function nextFrame(): Promise<unknown> {
  return Promise.race([
    new Promise((resolve) => requestAnimationFrame(resolve)),
    new Promise((resolve) => setTimeout(resolve, 200)),
  ]);
}

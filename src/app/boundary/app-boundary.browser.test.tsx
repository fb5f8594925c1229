import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { useState } from 'react';
import { mount, type Mounted } from '../../ui/mount-for-tests';
import { AppBoundary } from './app-boundary';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  vi.restoreAllMocks();
});

/** React keeps the text node of its label and inserts the star before it. */
function Starred() {
  const [starred, setStarred] = useState(false);
  return (
    <button type="button" onClick={() => setStarred(!starred)}>
      {starred && <b>*</b>}
      {starred ? 'Starred' : 'Star'}
    </button>
  );
}

it('says what happened when a translator has moved the text of the page, offers a reload, and draws the page anew', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  mounted = mount(
    <AppBoundary>
      <Starred />
    </AppBoundary>,
  );
  const button = () => mounted?.host.querySelector('button');
  await expect.poll(button).toBeTruthy();
  // What a browser's translator does to every text node (with a `font`).
  const text = button()?.firstChild;
  const font = document.createElement('span');
  text?.replaceWith(font);
  if (text) font.append(text);
  button()?.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/The page could not be drawn/);
  await expect.element(page.getByRole('button', { name: 'Reload', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Try again', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Star', exact: true })).toBeVisible();
});

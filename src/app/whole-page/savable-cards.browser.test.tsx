// Whatever a card shows, it can be saved: a new card that forgets its menu fails here.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Session } from '../../session/session';
import type { FakeEngine } from '../../session/testing/fake-engine';
import { createTestSession } from '../../session/testing/test-session';
import { allViews } from '../../workspaces/address';
import { hrefOf } from '../../workspaces/frame/links';
import { openApp, showFirstRun } from '../app-for-tests';

let close: () => void;
let session: Session;
let engine: FakeEngine;
beforeEach(() => {
  ({ session, engine } = createTestSession());
  close = openApp(session, { address: true });
});
afterEach(() => {
  close();
  location.hash = '';
});

const addresses = allViews.map(({ workspace, subView }) => hrefOf(workspace, subView));

/** Smaller ones are icons, or the line in a legend. */
const isLarge = (element: Element) => {
  const { width, height } = element.getBoundingClientRect();
  return width >= 40 && height >= 40;
};

function cardsOfPage() {
  return [...document.querySelectorAll<HTMLElement>('main section[aria-labelledby]')].map((card) => {
    const title = document.getElementById(card.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
    const shown = [...card.querySelectorAll('canvas, svg, table')].filter(isLarge);
    const menu = [...card.querySelectorAll('button')].find((button) => button.ariaLabel === `Save ${title}`);
    return { title, shows: shown.length > 0, hasMenu: menu !== undefined };
  });
}

const isLoading = () => document.querySelector('main')?.textContent.includes(' is loading …');

it('every card with a chart, a row, a map or a table has its menu', async () => {
  await page.viewport(1440, 900);
  await showFirstRun(session, engine);
  let seen = 0;
  for (const address of addresses) {
    location.hash = address;
    await expect.poll(() => cardsOfPage().length, { message: address, timeout: 20_000 }).toBeGreaterThan(0);
    await expect.poll(isLoading, { message: address, timeout: 20_000 }).toBe(false);
    const cards = cardsOfPage();
    seen += cards.filter(({ shows }) => shows).length;
    expect(
      cards.filter(({ shows, hasMenu }) => shows && !hasMenu).map(({ title }) => `${address}: ${title}`),
    ).toEqual([]);
  }
  expect(seen).toBeGreaterThan(8);
});

// Whatever a card shows, it can be saved, and its numbers are a table: a new card that forgets its menu, or a chart in it that forgets
// its numbers, fails here.
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

/** They have nothing to show until something is drawn, or pointed at; then their samples have their numbers. */
const emptyAtFirst = ['Drawing pad', 'Under the pointer', 'Hole', 'The same drawing'];

/** Of charts, maps and pictures that have something to show, and are no illustrations. */
const showsNumbers = (card: Element) =>
  [...card.querySelectorAll('[role="img"]')].some(
    (picture) => isLarge(picture) && !/nothing to show yet/.test(picture.ariaLabel ?? ''),
  );

/** Names of the tables that the menu of a card offers. */
async function tablesIn(menu: HTMLElement): Promise<string[]> {
  menu.click();
  const opened = () => menu.closest('section')?.querySelector('[popover] > :is(div, p:not([role=status]))');
  await expect.poll(() => opened()?.textContent ?? 'Reading…', { timeout: 10_000 }).not.toBe('Reading…');
  const offered = [...document.querySelectorAll('[popover] button')].map((button) => button.ariaLabel ?? '');
  menu.click();
  await expect.poll(() => document.querySelector('section [popover]')).toBeNull();
  return offered.filter((name) => /^Show .* as a table$/.test(name));
}

function cardsOfPage() {
  return [...document.querySelectorAll<HTMLElement>('main section[aria-labelledby]')].map((card) => {
    const title = document.getElementById(card.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
    const shown = [...card.querySelectorAll('canvas, svg, table')].filter(isLarge);
    const menu = [...card.querySelectorAll('button')].find((button) => button.ariaLabel === `Save ${title}`);
    return {
      title,
      shows: shown.length > 0,
      hasMenu: menu !== undefined,
      menu,
      hasNumbers: showsNumbers(card),
    };
  });
}

const isLoading = () => document.querySelector('main')?.textContent.includes(' is loading…');

it('every card with a chart, a row, a map or a table has its menu, and its numbers as a table', async () => {
  await page.viewport(1440, 900);
  await showFirstRun(session, engine);
  let seen = 0;
  const withoutTable: string[] = [];
  for (const address of addresses) {
    location.hash = address;
    await expect.poll(() => cardsOfPage().length, { message: address, timeout: 20_000 }).toBeGreaterThan(0);
    await expect.poll(isLoading, { message: address, timeout: 20_000 }).toBe(false);
    const cards = cardsOfPage();
    for (const { title, menu, hasNumbers } of cards) {
      if (menu === undefined || !hasNumbers || emptyAtFirst.includes(title)) continue;
      if ((await tablesIn(menu)).length === 0) withoutTable.push(`${address}: ${title}`);
    }
    seen += cards.filter(({ shows }) => shows).length;
    expect(
      cards.filter(({ shows, hasMenu }) => shows && !hasMenu).map(({ title }) => `${address}: ${title}`),
    ).toEqual([]);
  }
  expect(withoutTable).toEqual([]);
  expect(seen).toBeGreaterThan(8);
});

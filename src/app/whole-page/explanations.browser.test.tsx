// Whatever has a name on the page is explained: every card, section, read-out, control, layer and handle. A new one without an explanation fails here.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { glossary } from '../../catalog/glossary/registry';
import { termHref, type TermId } from '../../core/glossary/term-id';
import type { Session } from '../../session/session';
import type { FakeEngine } from '../../session/testing/fake-engine';
import { createTestSession } from '../../session/testing/test-session';
import { allViews } from '../../workspaces/address';
import { hrefOf } from '../../workspaces/frame/links';
import { workspaces } from '../../workspaces/registry';
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

/** What says itself what it is: pages to be read, and fields whose label is the whole of it. */
const allowed = [
  ...['Glossary', 'References', 'Find a term', 'Name', 'Values'],
  ...['Examples', 'Lesson progress', 'Finished on this machine'],
];

/** A number in a table is explained by the head of its row. */
const isExplained = (element: Element) =>
  element.closest('[data-explained]') !== null ||
  (element.closest('tr')?.querySelector('th [data-explained]') ?? null) !== null;
/** Of the hourglass, and of the network that it opens into. */
const parts = {
  layers: '[role="toolbar"] a',
  handles: '[data-handle]',
  opened: '[role="listbox"]',
} as const;
const isShown = (element: Element) => element.getClientRects().length > 0;
const namedBy = (element: Element) =>
  document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';

/** Names of what has no explanation, by what it is. */
function unexplained(): string[] {
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown);
  const titles = all('main section[aria-labelledby], main [role="group"][aria-labelledby]')
    .filter((card) => {
      const title = document.getElementById(card.getAttribute('aria-labelledby') ?? '');
      const beside = card.querySelector(':scope > header > button[data-explained]');
      return title !== null && /^H\d$/.test(title.tagName) && !isExplained(title) && beside === null;
    })
    .map(namedBy);
  const readOuts = all('main output')
    .filter((output) => !isExplained(output) && !output.classList.contains('visually-hidden'))
    .map((output) => output.getAttribute('aria-label') ?? output.textContent);
  const controls = all('main :is(select, input[type="range"], input[type="text"], input[type="radio"])')
    .filter((control) => !isExplained(control))
    .map((control) => (control as HTMLInputElement).labels?.[0]?.textContent ?? control.ariaLabel ?? '');
  const layers = all(`main :is(${parts.layers}, ${parts.handles})`)
    .filter((part) => !isExplained(part))
    .map((part) => part.ariaLabel ?? 'handle');
  const opened = all(`main ${parts.opened}`)
    .filter((layer) => layer.closest('[data-look]')?.querySelector('[data-explained]') === null)
    .map((layer) => layer.ariaLabel ?? '');
  return [...titles, ...readOuts, ...controls, ...layers, ...opened].filter(
    (name) => !allowed.includes(name),
  );
}

const isLoading = () => document.querySelector('main')?.textContent.includes(' is loading…');

it('every card, section, read-out, control and layer of every view has an explanation', async () => {
  await page.viewport(1440, 900);
  await showFirstRun(session, engine);
  const found: string[] = [];
  const seen = { layers: 0, handles: 0, opened: 0 };
  for (const address of addresses) {
    location.hash = address;
    await expect
      .poll(() => document.querySelectorAll('main section').length, { message: address, timeout: 20_000 })
      .toBeGreaterThan(0);
    await expect.poll(isLoading, { message: address, timeout: 20_000 }).toBe(false);
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
    for (const part of ['layers', 'handles', 'opened'] as const)
      seen[part] = Math.max(seen[part], document.querySelectorAll(`main ${parts[part]}`).length);
    found.push(...unexplained().map((name) => `${address}: ${name}`));
  }
  expect(found).toEqual([]);
  // The first network has seven layers, of which those between input and output are opened, and a waist with two handles.
  expect(seen).toEqual({ layers: 7, handles: 2, opened: 5 });
});

it('a panel’s title shows the sentence of its term, which leads to the glossary, and the glossary to the playground', async () => {
  await page.viewport(1440, 900);
  await showFirstRun(session, engine);
  const title = page.getByRole('button', { name: 'Loss curves', exact: true });
  await title.click();
  await expect.element(page.getByRole('dialog', { name: 'Loss curves' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  location.hash = termHref('bottleneck');
  await expect.element(page.getByRole('heading', { name: 'Bottleneck' })).toHaveFocus();
  await page.getByRole('searchbox', { name: 'Find a term' }).fill('kullback');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('article', { name: 'KL divergence' })).toBeVisible();
  await page.getByRole('article').getByRole('link', { name: 'Train: Loss curves' }).click();
  await expect.element(page.getByRole('region', { name: 'Loss curves' })).toBeVisible();
});

it('an address of no term says so', async () => {
  await showFirstRun(session, engine);
  location.hash = '#learn/glossary/nonsense';
  await expect.element(page.getByRole('alert')).toHaveTextContent('no term “nonsense”');
  const count = Object.keys(glossary).length satisfies number;
  await expect.element(page.getByRole('status').filter({ hasText: `${count} terms` })).toBeVisible();
});

it('every view that a term points to is an address of the page', async () => {
  const { views } = await import('../../catalog/glossary/views');
  const shown = new Map<string, string>(
    workspaces.flatMap(({ id, label, subViews }) => [
      [`#${id}`, label] as const,
      ...subViews.map((subView) => [`#${id}/${subView.id}`, `${label}, ${subView.label}`] as const),
    ]),
  );
  for (const [id, { href, label }] of Object.entries(views)) expect(shown.get(href), id).toBe(label);
  expect((Object.keys(glossary) as TermId[]).every((id) => glossary[id].places.length > 0)).toBe(true);
});

// Presenting: what a class sees fits a projector's window, and its words can be read from the last row.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  presentationStore,
  startPresentation,
  togglePresentation,
} from '../../session/page/presentation/presentation';
import { createTestSession } from '../../session/testing/test-session';
import type { Session } from '../../session/session';
import type { FakeEngine } from '../../session/testing/fake-engine';
import { openApp, showFirstRun } from '../app-for-tests';

let session: Session;
let engine: FakeEngine;
let close: () => void;
beforeEach(async () => {
  // A pointer that rests where the last test left it explains what this one puts there, and Escape closes that alone.
  await userEvent.hover(document.documentElement, { position: { x: 1, y: 1 } });
  ({ session, engine } = createTestSession());
  close = openApp(session, { keys: true });
});
afterEach(() => {
  if (presentationStore.getState().isPresenting) togglePresentation();
  close();
});

const region = (name: string) => page.getByRole('region', { name, exact: true });
const box = (name: string) => region(name).element().getBoundingClientRect();
const shown = ['Architecture diagram', 'Reconstructions', 'Drawing pad'];

/** Words of the workspace that are smaller than this, in CSS pixels; formulas are typeset, and a bar is numbered by its place. */
function smallerThan(size: number): string[] {
  return [...document.querySelectorAll('main *')]
    .filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    .filter((element) => !element.closest('.katex, .visually-hidden, [class*=number]'))
    .filter((element) => element.getBoundingClientRect().width > 2)
    .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < size)
    .map((element) => element.textContent);
}

it.each([
  [1280, 720, 56],
  [1920, 1080, 90],
])('fits %d x %d with large images and words from 16 px', async (width, height, image) => {
  await page.viewport(width, height);
  await showFirstRun(session, engine);
  await userEvent.keyboard('p');
  await expect.element(region('Drawing pad')).toBeInTheDocument();
  await expect.poll(() => page.getByRole('img', { name: 'Drawing', exact: true }).query()).not.toBeNull();
  for (const name of shown) {
    const { left, top, right, bottom } = box(name);
    expect(Math.min(left, top), name).toBeGreaterThanOrEqual(0);
    expect(right, name).toBeLessThanOrEqual(width);
    expect(bottom, name).toBeLessThanOrEqual(height);
  }
  expect(document.documentElement.scrollHeight).toBe(height);
  const rows = page.getByRole('img', { name: 'Reconstructed', exact: true });
  await expect.poll(() => rows.element().getBoundingClientRect().width / 10).toBeGreaterThan(image);
  expect(page.getByRole('img', { name: 'Drawing', exact: true }).element().clientWidth).toBeGreaterThan(180);
  expect(smallerThan(16)).toEqual([]);
  await expect.element(page.getByRole('slider', { name: 'Bottleneck size' })).toBeVisible();
});

it('has the controls in a drawer, and leaves by Escape', async () => {
  await page.viewport(1280, 720);
  await showFirstRun(session, engine);
  const button = page.getByRole('button', { name: 'Present', exact: true });
  await expect.element(button).toHaveAttribute('aria-pressed', 'false');
  await userEvent.keyboard('p');
  await expect.element(button).toHaveAttribute('aria-pressed', 'true');
  // Only the workbench has it: what is presented stands in its place.
  await expect.poll(() => region('Loss curves').query()).toBeNull();
  await expect.element(region('Reconstructions')).toBeInTheDocument();
  const rate = page.getByRole('slider', { name: 'Learning rate' });
  expect(rate.query()).toBeNull();
  await userEvent.keyboard('c');
  await expect.element(rate).toBeVisible();
  // The one in the bar stays, and there is no other.
  expect(page.getByRole('slider', { name: 'Bottleneck size' }).elements()).toHaveLength(1);
  expect(smallerThan(16)).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => rate.query()).toBeNull();
  expect(presentationStore.getState().isPresenting).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.element(region('Loss curves')).toBeInTheDocument();
  await userEvent.keyboard('c');
  expect(presentationStore.getState()).toEqual({ isPresenting: false, hasDrawer: false });
});

it('trains and pauses by the remote control of a projector, and only while presenting', async () => {
  await page.viewport(1280, 720);
  await showFirstRun(session, engine);
  await userEvent.keyboard('{PageDown}');
  expect(session.run.store.getState().wantsTraining).toBe(false);
  await userEvent.keyboard('p{PageDown}');
  expect(session.run.store.getState().wantsTraining).toBe(true);
  await userEvent.keyboard('{PageDown}');
  expect(session.run.store.getState().wantsTraining).toBe(false);
});

it('goes on after a reload of the tab', async () => {
  await page.viewport(1280, 720);
  await userEvent.keyboard('p');
  delete document.documentElement.dataset['present'];
  presentationStore.setState({ isPresenting: false });
  startPresentation();
  expect(presentationStore.getState().isPresenting).toBe(true);
  expect(document.documentElement.dataset['present']).toBe('true');
  togglePresentation();
  startPresentation();
  expect(presentationStore.getState().isPresenting).toBe(false);
});

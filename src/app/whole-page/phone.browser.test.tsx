// A phone: what is drawn on and looked at is large, and what is used all the time is under the thumb.
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { exploredCodes, exploredExperiment } from '../../session/testing/explored-set';
import { createTestSession } from '../../session/testing/test-session';
import type { Session } from '../../session/session';
import type { FakeEngine } from '../../session/testing/fake-engine';
import { openApp, showFirstRun } from '../app-for-tests';

let session: Session;
let engine: FakeEngine;
let close: () => void;
afterEach(() => {
  close();
  location.hash = '#train';
});

const image = (name: string) => page.getByRole('img', { name, exact: true });
const rect = (element: Element) => element.getBoundingClientRect();
const region = (name: string) => page.getByRole('region', { name, exact: true });

async function open(hash: string, width: number, height: number): Promise<void> {
  ({ session, engine } = createTestSession({ experiment: exploredExperiment }));
  await page.viewport(width, height);
  location.hash = hash;
  close = openApp(session, { address: true });
  await showFirstRun(session, engine);
  await expect.poll(() => document.querySelector('header')).not.toBeNull();
  // The panels below the first ones follow the first drawing.
  if (hash === '#train') await expect.element(region('Latent space')).toBeInTheDocument();
}

describe.each([
  [390, 844],
  [360, 740],
])('at %d x %d', (width, height) => {
  it('the pad is as wide as its card and follows the hourglass, and images are large', async () => {
    await open('#train', width, height);
    await expect.element(image('Drawing')).toBeInTheDocument();
    const card = region('Drawing pad').element();
    const { paddingLeft, paddingRight } = getComputedStyle(card);
    const inside = card.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    await expect.poll(() => rect(image('Drawing').element()).width).toBeGreaterThanOrEqual(inside - 1);
    const [above, below] = [region('Architecture diagram'), region('Reconstructions')].map((one) =>
      rect(one.element()),
    );
    expect(rect(card).top).toBeGreaterThan(above!.bottom);
    expect(rect(card).bottom).toBeLessThan(below!.top);
    const row = image('Reconstructed').element() as HTMLCanvasElement;
    expect(rect(row).width / (row.width / 28)).toBeGreaterThanOrEqual(56);
    expect(document.documentElement.scrollWidth).toBe(width);
  });

  it('Train, the bottleneck and the workspaces stay under the thumb and cover nothing', async () => {
    await open('#train', width, height);
    const train = page.getByRole('button', { name: 'Train', exact: true });
    const slider = page.getByRole('slider', { name: 'Bottleneck size' });
    const nav = page.getByRole('navigation', { name: 'Workspaces' });
    await expect.element(train).toBeVisible();
    expect(slider.elements()).toHaveLength(1);
    scrollTo(0, document.documentElement.scrollHeight);
    for (const part of [train, slider, nav]) {
      expect(rect(part.element()).bottom).toBeLessThanOrEqual(height);
      expect(rect(part.element()).top).toBeGreaterThan(height - 130);
    }
    const panels = [...document.querySelectorAll('main > section, main > div > section')];
    expect(panels.length).toBeGreaterThan(4);
    for (const panel of panels) expect(rect(panel).bottom).toBeLessThan(rect(train.element()).top);
    const step = page.getByRole('button', { name: 'Step', exact: true });
    expect(step.query()).toBeNull();
    await page.getByRole('button', { name: 'Step and Reset' }).click();
    await expect.element(step).toBeVisible();
    expect(rect(step.element()).bottom).toBeLessThanOrEqual(rect(nav.element()).top);
  });

  it('what a map decodes stays in sight while the map is touched', async () => {
    await open('#explore', width, height);
    const decoded = region('Under the pointer');
    await expect.element(decoded).toBeInTheDocument();
    engine.emit(exploredCodes(engine.runId()));
    await expect.element(image('Map of the codes')).toBeInTheDocument();
    const map = image('Map of the codes').element();
    scrollTo(0, rect(map).top + scrollY - 200);
    expect(rect(map).top).toBeLessThan(height / 2);
    expect(rect(decoded.element()).top).toBeGreaterThanOrEqual(0);
    expect(rect(decoded.element()).top).toBeLessThan(20);
    expect(rect(decoded.element()).height).toBeLessThan(height / 4);
    expect(document.documentElement.scrollWidth).toBe(width);
  });
});

it('the header stands still from one workspace to the next', async () => {
  await open('#train', 390, 844);
  const places = () => [
    rect(document.querySelector('header:has(nav)')!).height,
    ...[...document.querySelectorAll('header:has(nav) button[aria-label], header:has(nav) select')]
      .filter((one) => !['Export', 'Present'].includes(one.getAttribute('aria-label') ?? ''))
      .map((one) => Math.round(rect(one).left)),
  ];
  const before = places();
  expect(before.length).toBeGreaterThan(3);
  for (const hash of ['#explore', '#apply', '#compare/families', '#compare/runs']) {
    location.hash = hash;
    await expect
      .poll(() => document.querySelector('[aria-current=page]')?.getAttribute('href'))
      .toContain(hash.split('/')[0]);
    expect(places()).toEqual(before);
  }
});

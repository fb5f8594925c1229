// What changes while a network trains does not move what stands beside it.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Session } from '../../session/session';
import { evaluationEvent, progressEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { createTestSession } from '../../session/testing/test-session';
import { openApp, showFirstRun } from '../app-for-tests';

let close: () => void;
let session: Session;
let engine: FakeEngine;
beforeEach(() => {
  ({ session, engine } = createTestSession());
  close = openApp(session);
});
afterEach(() => close());

const outputs = () => [...document.querySelectorAll<HTMLElement>('[aria-label="Measurements"] output')];
const lefts = () =>
  outputs()
    .map((output) => output.getBoundingClientRect())
    .filter(({ width }) => width > 2)
    .map(({ left }) => Math.round(left));

it('a phone’s header keeps its height, whatever the speed and the width', async () => {
  await page.viewport(390, 844);
  await showFirstRun(session, engine);
  const header = document.querySelector('header')!;
  const speed = () =>
    document.querySelector('output[aria-label="Images per second"]')?.getAttribute('data-value');
  for (const width of [360, 375, 390, 412]) {
    await page.viewport(width, 844);
    for (const rate of [950, 9500, 21_000, 120_000]) {
      session.run.store.setState({ wantsTraining: true, imagesPerSecond: rate });
      await expect.poll(speed).toBe(String(rate));
      expect(header.getBoundingClientRect().height).toBeLessThan(100);
    }
  }
});

it('read-outs stay where they are from the first step to the 100,000th', async () => {
  await page.viewport(1280, 720);
  const runId = await showFirstRun(session, engine);
  await expect.poll(() => outputs().length).toBeGreaterThan(5);
  const before = lefts();
  for (const step of [9, 1234, 98_765]) {
    engine.emit(progressEvent(runId, step, [0.05]));
    engine.emit(evaluationEvent(runId, { step: step - 5, mse: 0.0456 }));
    await expect
      .element(page.getByRole('status', { name: 'Step', exact: true }))
      .toHaveAttribute('data-value', String(step));
    lefts().forEach((left, place) => expect(Math.abs(left - before[place]!)).toBeLessThanOrEqual(2));
  }
});

it('the drawing pad is whole in a window of 1280 x 720', async () => {
  await page.viewport(1280, 720);
  await showFirstRun(session, engine);
  const pad = page.getByRole('img', { name: 'Drawing', exact: true });
  await expect.element(pad).toBeInTheDocument();
  await expect.poll(() => pad.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(720);
  expect(pad.element().getBoundingClientRect().width).toBeGreaterThan(100);
});

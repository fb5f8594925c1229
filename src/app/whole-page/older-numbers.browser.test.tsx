// What is shown as now is of now: a number of much earlier weights is grey and names its step, and a speed is that of this engine.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Experiment } from '../../core/experiment/experiment';
import type { Session } from '../../session/session';
import {
  codeStatisticsEvent,
  evaluationEvent,
  progressEvent,
  startedEvent,
  type FakeEngine,
} from '../../session/testing/fake-engine';
import { createTestSession } from '../../session/testing/test-session';
import { openApp, showFirstRun } from '../app-for-tests';

let close: () => void;
let session: Session;
let engine: FakeEngine;
const readOut = (name: string) => page.getByRole('status', { name, exact: true });

beforeEach(async () => {
  await page.viewport(1440, 900);
  ({ session, engine } = createTestSession());
  close = openApp(session, { address: true });
});
afterEach(() => {
  close();
  location.hash = '#train';
});

const step = (name: string) => expect.element(readOut(name));

it('names the step of test numbers while the run is at another, in Train and in Explore', async () => {
  const runId = await showFirstRun(session, engine);
  await step('Test MSE').not.toHaveAttribute('data-older-step');
  engine.emit(progressEvent(runId, 226, [0.02]));
  for (const name of ['Test MSE', 'Test loss']) await step(name).toHaveAttribute('data-older-step', '0');
  await expect.element(page.getByText('step 0', { exact: true }).first()).toBeVisible();
  for (const name of ['Train loss', 'Step', 'Input MSE', 'Mean image MSE'])
    await step(name).not.toHaveAttribute('data-older-step');
  location.hash = '#explore';
  await step('Test MSE').toHaveAttribute('data-older-step', '0');
  engine.emit(evaluationEvent(runId, { step: 226 }));
  await step('Test MSE').not.toHaveAttribute('data-older-step');
});

it('takes a test number of a step near by for current while the run trains, with its step, and no longer once it is paused', async () => {
  const runId = await showFirstRun(session, engine);
  session.run.toggle();
  engine.emit(evaluationEvent(runId, { step: 970 }));
  engine.emit(progressEvent(runId, 1000, [0.02]));
  await step('Test MSE').not.toHaveAttribute('data-older-step');
  await expect.element(page.getByText('step 970', { exact: true }).first()).toBeVisible();
  engine.emit(progressEvent(runId, 1100, [0.02]));
  await step('Test MSE').toHaveAttribute('data-older-step', '970');
  engine.emit(evaluationEvent(runId, { step: 1090 }));
  await step('Test MSE').not.toHaveAttribute('data-older-step');
  session.run.toggle();
  await step('Test MSE').toHaveAttribute('data-older-step', '1090');
});

it('shows the running number of the subset while the run trains, and that of all under it, whose value stays its own', async () => {
  const runId = await showFirstRun(session, engine);
  session.run.toggle();
  engine.emit(progressEvent(runId, 300, [0.02]));
  engine.emit(evaluationEvent(runId, { step: 298, scope: 'subset', count: 500, mse: 0.031, loss: 0.032 }));
  await step('Running test MSE').toHaveAttribute('data-value', '0.031');
  await step('Running test loss').toHaveAttribute('data-value', '0.032');
  await expect.element(page.getByText('Test MSE, 500', { exact: true })).toBeVisible();
  await step('Test MSE').toHaveAttribute('data-older-step', '0');
  // A phone has no pointer to ask with: the step stands there.
  const stepOfAll = page.getByRole('group', { name: 'Measurements' }).getByText('step 0', { exact: true });
  await page.viewport(390, 844);
  await expect.poll(() => stepOfAll.elements().filter((one) => one.checkVisibility()).length).toBe(2);
  await page.viewport(1440, 900);
  await expect.poll(() => stepOfAll.elements().filter((one) => one.checkVisibility()).length).toBe(0);
  engine.emit(evaluationEvent(runId, { step: 300, mse: 0.029 }));
  await step('Test MSE').toHaveAttribute('data-value', '0.029');
  await step('Running test MSE').toHaveAttribute('data-value', '0.031');
  session.run.toggle();
  await expect.element(readOut('Running test MSE')).not.toBeInTheDocument();
  await step('Test MSE').toHaveTextContent('0.0290');
});

it('names the step of the active units while the run is at another', async () => {
  const runId = await showFirstRun(session, engine);
  session.run.change({ sparsity: 'l1' });
  const experiment = session.run.experiment.getState();
  engine.emit({
    type: 'changed',
    runId,
    step: 0,
    patch: { sparsity: 'l1' },
    experiment,
    trainCount: 60_000,
    parameters: 5,
  });
  engine.emit(
    codeStatisticsEvent(
      runId,
      Array.from({ length: experiment.codeSize }, () => 0.5),
      { step: 2 },
    ),
  );
  engine.emit(progressEvent(runId, 7, [0.02]));
  await step('Active units').toHaveAttribute('data-older-step', '2');
});

it('names the step of a compared network’s numbers while that is at another', async () => {
  await showFirstRun(session, engine);
  location.hash = '#compare/families';
  await page.getByRole('button', { name: 'Train the four families' }).click();
  const built = engine.commands.filter(([name]) => name === 'buildBeside');
  for (const [, runId, experiment] of built) {
    engine.emit(startedEvent(runId as string, experiment as Experiment));
    engine.emit(evaluationEvent(runId as string, { terms: { reconstruction: 100, kl: 5 } }));
  }
  const variational = built.at(-1)[1] as string;
  engine.emit(progressEvent(variational, 40, [100]));
  const card = (family: string) => page.getByRole('region', { name: family, exact: true });
  for (const name of ['Test MSE', 'Negative ELBO'])
    await expect
      .element(card('Variational').getByRole('status', { name, exact: true }))
      .toHaveAttribute('data-older-step', '0');
  await expect
    .element(card('Denoising').getByRole('status', { name: 'Test MSE', exact: true }))
    .not.toHaveAttribute('data-older-step');
});

it('shows no speed of the backend before', async () => {
  const runId = await showFirstRun(session, engine);
  session.run.toggle();
  engine.emit(progressEvent(runId, 4, [1]));
  await expect.element(readOut('Images per second')).toHaveTextContent('7,000');
  engine.emit({ type: 'stage', runId, stage: 'backend', message: { code: 'stage.changing-backend' } });
  engine.emit(startedEvent(runId));
  engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
  await expect.element(readOut('Images per second')).toHaveTextContent('—');
  engine.emit(progressEvent(runId, 8, [1]));
  await expect.element(readOut('Images per second')).toHaveTextContent('7,000');
});

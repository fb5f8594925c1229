// Sweeps in Compare: what is typed, and what is kept.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { SweepPoint } from '../../core/sweep/sweep';
import type { Session } from '../../session/session';
import type { SweepRecord } from '../../session/sweeps/sweep-record';
import { startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { createTestSession } from '../../session/testing/test-session';
import { openApp } from '../app-for-tests';

let session: Session;
let engine: FakeEngine;
let close: () => void;
const button = (name: string) => page.getByRole('button', { name, exact: true });

function swept(value: number, testMse: number): SweepPoint {
  return {
    value,
    codeSize: value,
    steps: 100,
    testMse,
    indices: Uint32Array.from({ length: 10 }, (_, i) => i),
    labels: new Uint16Array(10),
    originals: new Uint8Array(7840).fill(50),
    reconstructions: new Uint8Array(7840).fill(200),
    linear: {
      sampleShape: [28, 28, 1],
      size: value,
      pcaMse: new Float32Array(785).fill(0.05),
      denoiserMse: null,
      pcaImages: new Uint8Array(7840),
    },
  };
}

/** PCA's error is 0.05 at every size: the network is behind it at 2 and ahead at 8. */
const kept: SweepRecord = {
  id: 'kept',
  name: 'Dense: code size',
  startedAt: 1,
  plan: { base: defaultExperiment, setting: 'codeSize', values: [8, 2], steps: 100 },
  points: [swept(8, 0.02), swept(2, 0.06)],
  status: 'finished',
  failures: [],
};

beforeEach(async () => {
  await page.viewport(1440, 900);
  ({ session, engine } = createTestSession());
  location.hash = '#compare/sweeps';
  close = openApp(session, { address: true });
  await session.sweeps.restore();
  await expect.poll(() => engine.runId()).not.toBe('');
  engine.emit(startedEvent(engine.runId()));
  engine.emit({ type: 'stage', runId: engine.runId(), stage: 'ready', message: { code: 'stage.ready' } });
  await expect.element(button('Start sweep')).toBeEnabled();
});
afterEach(() => {
  close();
  location.hash = '#train';
  vi.restoreAllMocks();
});

it('says what is wrong with a list, does not start it, and keeps what was typed', async () => {
  const values = page.getByLabelText('Values', { exact: true });
  await userEvent.fill(values, '2, four');
  await expect.element(page.getByRole('alert')).toHaveTextContent('“four” is not a number.');
  await expect.element(button('Start sweep')).toBeDisabled();
  await userEvent.fill(values, '2, 9999');
  await expect.element(page.getByRole('alert')).toHaveTextContent('9999 is too large');
  await userEvent.click(page.getByRole('tab', { name: 'Families', exact: true }));
  await userEvent.click(page.getByRole('tab', { name: 'Sweeps', exact: true }));
  await expect.element(values).toHaveValue('2, 9999');
  await userEvent.fill(values, '2, 4');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await expect.element(button('Start sweep')).toBeEnabled();
});

it('does not start with a number of steps that is not valid, and reads 10,000 as the page writes it', async () => {
  const steps = page.getByRole('textbox', { name: 'Steps each', exact: true });
  for (const typed of ['', '0', '1.5', '10,00']) {
    await userEvent.fill(steps, typed);
    await expect.element(button('Start sweep')).toBeDisabled();
    await expect.element(page.getByRole('alert')).toBeInTheDocument();
    await expect.element(page.getByText('To start, correct the number of steps.')).toBeInTheDocument();
  }
  await userEvent.fill(steps, '10,000');
  await expect.element(button('Start sweep')).toBeEnabled();
  await userEvent.click(button('Start sweep'));
  expect(session.sweeps.store.getState().sweeps[0]?.plan.steps).toBe(10_000);
  session.sweeps.cancel();
  await expect.element(steps).toHaveValue('10,000');
});

it('shows how a list with ambiguous commas was read, and trains what it shows', async () => {
  const values = page.getByLabelText('Values', { exact: true });
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Swept setting' }), 'learningRate');
  await userEvent.fill(values, '0,005; 0,01');
  await expect.element(values).toHaveAccessibleDescription('Read as 2 values: 0.005 and 0.01.');
  await userEvent.click(button('Start sweep'));
  expect(session.sweeps.store.getState().sweeps[0]?.plan.values).toEqual([0.005, 0.01]);
  session.sweeps.cancel();
});

it('is seen to run from everywhere else, by a link that leads to it', async () => {
  const link = page.getByRole('link', { name: /^Sweep/ });
  await userEvent.click(button('Start sweep'));
  await expect.element(page.getByRole('progressbar', { name: 'Sweep' })).toBeInTheDocument();
  expect(link.query()).toBeNull();
  location.hash = '#train';
  await expect.element(link).toHaveTextContent('Sweep 0 %');
  session.sweeps.pause();
  await expect.element(link).toHaveTextContent('Sweep paused');
  await userEvent.click(link);
  await expect.element(page.getByRole('progressbar', { name: 'Sweep' })).toBeInTheDocument();
  session.sweeps.cancel();
  location.hash = '#train';
  await expect.element(page.getByRole('button', { name: 'Train', exact: true })).toBeInTheDocument();
  expect(link.query()).toBeNull();
});

it('shows the numbers of a kept sweep by rising value, and says where PCA is better', async () => {
  session.sweeps.store.setState({ sweeps: [kept] });
  const table = page.getByRole('table');
  await expect.element(table).toHaveTextContent('20.06000.05001.280.02000.05000.4');
  await expect.element(page.getByText(/PCA is better/)).toHaveTextContent('2');
  await expect.element(page.getByRole('heading', { name: 'Numbers' })).toBeInTheDocument();
});

it('copies the table as it is', async () => {
  session.sweeps.store.setState({ sweeps: [kept] });
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await userEvent.click(button('Save Numbers'));
  await userEvent.click(button('Copy Sweep'));
  await expect.element(page.getByText('Copied.')).toBeInTheDocument();
  const [text = ''] = write.mock.calls[0] ?? [];
  expect(text.split('\n')).toHaveLength(3);
  expect(text.split('\n')[1]?.split('\t').slice(0, 6)).toEqual([
    'Dense: code size',
    'codeSize',
    '2',
    '2',
    '100',
    '0.06',
  ]);
});

it('says when the browser does not let it copy', async () => {
  session.sweeps.store.setState({ sweeps: [kept] });
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  await userEvent.click(button('Save Numbers'));
  await userEvent.click(button('Copy Sweep'));
  await expect.element(page.getByText('save a file instead')).toBeInTheDocument();
});

it('keeps PCA beside a kept sweep of another data set', async () => {
  const ofDrawings: SweepRecord = {
    ...kept,
    plan: { ...kept.plan, base: { ...defaultExperiment, dataset: 'quickdraw' } },
  };
  session.sweeps.store.setState({ sweeps: [ofDrawings] });
  await expect.element(page.getByRole('table')).toHaveTextContent('20.06000.05001.280.02000.05000.4');
  await expect.element(page.getByRole('region', { name: 'Rate–distortion' })).toHaveTextContent('PCA');
});

// Rate and distortion in Compare: what is typed, and what is kept.
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultExperiment } from '../core/experiment';
import type { SweepPoint } from '../core/sweep';
import { startSession } from '../session/actions';
import { experimentStore } from '../session/experiment-store';
import { noPca, pcaStore } from '../session/pca-store';
import { changeSweepDraft, firstSweepDraft } from '../session/sweep-draft-store';
import { sweepStore, type SweepRecord } from '../session/sweep-store';
import { exploredPca } from '../session/testing/explored-set';
import { createFakeEngine, startedEvent, type FakeEngine } from '../session/testing/fake-engine';
import '../ui/theme/base.css';
import { App } from './app';
import { workspaceStore } from './workspaces';

let root: Root;
let engine: FakeEngine;
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
  engine = createFakeEngine();
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  root = createRoot(element);
  experimentStore.setState(defaultExperiment, true);
  changeSweepDraft({ ...firstSweepDraft, view: 'sweeps' });
  sweepStore.setState({ sweeps: [], running: null, restored: true });
  pcaStore.setState({ ...noPca, dataset: defaultExperiment.dataset, model: exploredPca }, true);
  workspaceStore.setState({ shown: 'compare' });
  startSession(engine.open);
  root.render(<App />);
  await expect.poll(() => engine.runId()).toBeGreaterThan(0);
  engine.emit(startedEvent(engine.runId()));
  engine.emit({ type: 'stage', runId: engine.runId(), stage: 'ready', message: 'Ready' });
  await expect.element(button('Start sweep')).toBeEnabled();
});
afterEach(() => {
  root.unmount();
  changeSweepDraft(firstSweepDraft);
  sweepStore.setState({ sweeps: [], running: null, restored: false });
  pcaStore.setState(noPca, true);
  workspaceStore.setState({ shown: 'train' });
  vi.restoreAllMocks();
});

it('says what is wrong with a list, does not start it, and keeps what was typed', async () => {
  const values = page.getByLabelText('Values', { exact: true });
  await userEvent.fill(values, '2, four');
  await expect.element(page.getByRole('alert')).toHaveTextContent('“four” is not a number.');
  await expect.element(button('Start sweep')).toBeDisabled();
  await userEvent.fill(values, '2, 9999');
  await expect.element(page.getByRole('alert')).toHaveTextContent('9999 is too large');
  await userEvent.click(page.getByRole('radio', { name: 'Families', exact: true }));
  await userEvent.click(page.getByRole('radio', { name: 'Rate and distortion', exact: true }));
  await expect.element(values).toHaveValue('2, 9999');
  await userEvent.fill(values, '2, 4');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await expect.element(button('Start sweep')).toBeEnabled();
});

it('shows the numbers of a kept sweep by rising value, and says where PCA is better', async () => {
  sweepStore.setState({ sweeps: [kept] });
  const table = page.getByRole('table');
  await expect.element(table).toHaveTextContent('20.06000.05001.280.02000.05000.4');
  await expect.element(page.getByText(/PCA is better/)).toHaveTextContent('2');
  await expect.element(page.getByRole('heading', { name: 'Numbers' })).toBeInTheDocument();
});

it('copies the table as it is', async () => {
  sweepStore.setState({ sweeps: [kept] });
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await userEvent.click(button('Copy table'));
  await expect.element(page.getByText('Copied')).toBeInTheDocument();
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
  sweepStore.setState({ sweeps: [kept] });
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  await userEvent.click(button('Copy table'));
  await expect.element(page.getByText('save the CSV instead')).toBeInTheDocument();
});

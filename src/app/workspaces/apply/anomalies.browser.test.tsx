// Apply: Anomalies, with the state of a session that has scores. What computes them has its own tests.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { digitsInfo } from '../../../core/samples/testing/digits-info';
import { startedEvent, type FakeEngine } from '../../../session/testing/fake-engine';
import type { Anomalies } from '../../../session/anomalies/actions';
import { createAnomalies } from '../../../session/anomalies/anomalies';
import type { AnomaliesState } from '../../../session/anomalies/anomaly-state';
import type { Session } from '../../../session/session';
import { createTestSession } from '../../../session/testing/test-session';
import { openApp } from '../../app-for-tests';
import { anomaliesState, examplesOf } from './anomalies-for-tests';

let session: Session;
let engine: FakeEngine;
let anomalies: Anomalies;
let close: () => void;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const output = (name: string) => page.getByRole('status', { name, exact: true });
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const threshold = page.getByRole('slider', { name: 'Threshold', exact: true });
const exact = (name: string) => Number(output(name).element().getAttribute('data-value'));
/** The network has been trained. */
function show(patch: Partial<AnomaliesState>) {
  session.run.store.setState({ step: 1200 });
  anomalies.store.setState(patch);
}

beforeEach(async () => {
  await page.viewport(1440, 900);
  location.hash = '#apply/anomalies';
  ({ session, engine } = createTestSession());
  anomalies = session.applications.open(createAnomalies);
  vi.spyOn(anomalies, 'lookAt').mockReturnValue(() => undefined);
  vi.spyOn(anomalies, 'examples').mockImplementation((indices) => Promise.resolve(examplesOf(indices, 784)));
  close = openApp(session, { address: true });
  await expect.poll(() => engine.runId()).not.toBe('');
  engine.emit(startedEvent(engine.runId()));
  engine.emit({ type: 'stage', runId: engine.runId(), stage: 'ready', message: { code: 'stage.ready' } });
});
afterEach(() => {
  close();
  location.hash = '#train';
  vi.restoreAllMocks();
});

it('begins with one sentence and one button, which trains on the classes that are ticked', async () => {
  const train = vi.spyOn(anomalies, 'trainOnNormal').mockImplementation(() => undefined);
  await expect.element(page.getByText(/Choose what is normal/)).toBeInTheDocument();
  const group = page.getByRole('group', { name: 'Normal classes', exact: true });
  await userEvent.click(group.getByRole('button', { name: 'None', exact: true }));
  await userEvent.click(box('3'));
  await expect.element(group).toHaveTextContent('1 class is normal; the other 9 are anomalies.');
  expect(anomalies.store.getState().normalClasses).toEqual([3]);
  await userEvent.click(group.getByRole('button', { name: 'Invert', exact: true }));
  expect(anomalies.store.getState().normalClasses).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9]);
  await userEvent.click(page.getByRole('radio', { name: 'As in Train', exact: true }));
  await userEvent.click(button('Train on normal'));
  expect(train.mock.calls).toEqual([['current']]);
});

it('shows every number of the contract with its interval, and which method without a network is the strongest', async () => {
  show(anomaliesState());
  const { detection, baselines } = anomalies.store.getState();
  await expect.element(output('AUROC')).toBeInTheDocument();
  expect(exact('AUROC')).toBe(detection?.auroc.value);
  expect(exact('Average precision')).toBe(detection?.averagePrecision.value);
  expect(exact('AUROC of nearest neighbour')).toBe(baselines.scores.nearest?.auroc?.value);
  expect(exact('AUROC of PCA')).toBe(baselines.scores.pca?.auroc?.value);
  expect(exact('AUROC of the mean image')).toBe(baselines.scores['mean-image']?.auroc?.value);
  const numbers = page.getByRole('region', { name: 'How well it detects', exact: true });
  await expect.element(numbers).toHaveTextContent('10 normal and 30 anomalous test images · step 1,200');
  await expect.element(numbers).toHaveTextContent('The network is ahead of PCA');
});

it('tells how far it is with a number, and what failed with a way to try again', async () => {
  const retry = vi.spyOn(anomalies, 'retryBaselines').mockImplementation(() => undefined);
  show({
    ...anomaliesState(),
    scoring: { progress: { message: { code: 'quality.encoding' }, share: 0.42 }, failure: null },
    baselines: {
      progress: null,
      failure: { code: 'unexpected', detail: 'no memory' },
      scores: { nearest: null, pca: null, 'mean-image': null },
    },
  });
  await expect.element(page.getByText(/42 %/)).toBeInTheDocument();
  await expect.element(page.getByRole('alert')).toHaveTextContent('no memory');
  await userEvent.click(button('Retry'));
  expect(retry).toHaveBeenCalledOnce();
});

it('moves the threshold by keyboard and by typing, and says that it is no longer the percentile', async () => {
  show(anomaliesState());
  await expect
    .element(page.getByText(/From 20 held-out normal images, of which 5 % are flagged/))
    .toBeInTheDocument();
  threshold.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(anomalies.store.getState().threshold).toBeGreaterThan(0.285);
  const typed = page.getByRole('textbox', { name: 'Typed threshold', exact: true });
  await userEvent.fill(typed, '0.4');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => anomalies.store.getState().threshold).toBe(0.4);
  await expect.element(button('Back to the percentile')).toBeInTheDocument();
});

it('has the rates and the confusion table of the threshold', async () => {
  show(anomaliesState());
  const { rates } = anomalies.store.getState();
  const table = page.getByRole('table', { name: 'Confusion table', exact: true });
  await expect.element(table).toBeInTheDocument();
  const cells = [...table.element().querySelectorAll('td[data-value]')].map((cell) =>
    Number(cell.getAttribute('data-value')),
  );
  expect(cells).toEqual([
    rates?.truePositives,
    rates?.falseNegatives,
    rates?.falsePositives,
    rates?.trueNegatives,
  ]);
  expect(exact('Precision')).toBe(rates?.precision);
});

it('shows false alarms and misses, and the sample that is pressed with a way to the map', async () => {
  show(anomaliesState());
  const alarms = page.getByRole('region', { name: 'False alarms', exact: true });
  await expect.element(alarms).toHaveTextContent('1 · normal, but flagged');
  // The normal sample with the highest score, 0.29.
  await userEvent.click(alarms.getByRole('button', { name: 'False alarms 1: test image 36', exact: true }));
  const details = page.getByRole('region', { name: 'The image pointed at', exact: true });
  await expect.element(details).toHaveTextContent('0 test image 36normalflaggedScore 0.29');
  await userEvent.click(details.getByRole('link', { name: 'On the latent map' }));
  await expect.poll(() => location.hash).toBe('#explore/sliders');
  expect(session.pointing.store.getState().picked).toBe(36);
});

it('lists the classes, the hardest first, and teaches what their numbers show', async () => {
  show(anomaliesState());
  const classes = page.getByRole('region', { name: 'Classes', exact: true });
  await expect.element(classes).toHaveTextContent('“3” is detected worse than by guessing (AUROC 0.000)');
  const rows = [...classes.element().querySelectorAll('tbody th')].map((row) => row.textContent);
  expect(rows).toEqual(['3', '2', '1', '0']);
});

it('ranks alone where there are no classes, and says what is missing', async () => {
  engine.emit(startedEvent(engine.runId(), undefined, { ...digitsInfo, classNames: [] }));
  show({
    ...anomaliesState(null),
    normalClasses: [],
    missing: [{ code: 'anomaly.unlabelled' }, { code: 'anomaly.no-validation' }],
    detection: null,
    byClass: [],
  });
  await expect.element(output('AUROC')).toHaveTextContent('—');
  await expect.element(output('AUROC')).not.toHaveAttribute('data-value');
  await expect.element(page.getByText(/No threshold: no samples are held out/)).toBeInTheDocument();
  const numbers = page.getByRole('region', { name: 'How well it detects', exact: true });
  await expect.element(numbers).toHaveTextContent('all of them count as probably normal and are ranked');
  await expect.element(page.getByRole('region', { name: 'Most anomalous', exact: true })).toBeInTheDocument();
  expect(page.getByRole('region', { name: 'Misses', exact: true }).query()).toBeNull();
  expect(page.getByRole('group', { name: 'Normal classes', exact: true }).query()).toBeNull();
});

it('shows a candidate: its score, its rank, and its place on the histogram', async () => {
  show(anomaliesState());
  await expect.element(page.getByText(/its score appears here/)).toBeInTheDocument();
  show({
    candidate: {
      runId: '1',
      step: 1200,
      origin: { kind: 'drawing' },
      sample: new Float32Array(784),
      reconstruction: new Float32Array(784),
      error: new Float32Array(784),
      score: 0.4,
      rank: 1,
    },
  });
  await expect.element(output('Score of the candidate')).toHaveTextContent('0.4');
  await expect.element(page.getByText('Flagged as an anomaly')).toBeInTheDocument();
  const histogram = page.getByRole('region', { name: 'Scores and threshold', exact: true });
  await expect.element(histogram).toHaveTextContent('Your drawing');
});

it('has one column and nothing beside it on a phone', async () => {
  await page.viewport(390, 844);
  show(anomaliesState());
  await expect.element(output('AUROC')).toBeInTheDocument();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

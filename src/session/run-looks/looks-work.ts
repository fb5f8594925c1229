// The work while somebody looks: loads whatever network has not answered yet, asks it, and goes on to the next; PCA follows when all of
// them have answered.
import { shownDataset } from '../../catalog/datasets/shown';
import type { PcaModel } from '../../core/analysis-api';
import { samplesKey } from '../../core/experiment/trained-on';
import { CodedError, codedFailureOf, failureOf } from '../../core/failure';
import type { RunId } from '../../core/run/stamp';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { ReadRun } from '../archive/run-archive';
import { measuredImages } from '../comparison/trial/measured-images';
import type { Run } from '../runs/run';
import { askNext, isLacking, lackingAnswers } from './ask-network';
import { spreadPlaces } from './given-samples';
import { createKeptNetworks, type Supervise } from './kept-networks';
import { rebuildNext } from './linear-looks';
import type { LookProblem, LooksGroup, TestPart } from './look-state';
import type { LooksStore } from './looks-store';

export interface LooksWorkPorts {
  readonly supervise: Supervise;
  readonly readRun: (id: RunId) => Promise<ReadRun>;
  /** Null: no PCA. */
  readonly analysis: Pick<AnalysisCalls, 'pca'> | null;
  /** The test samples of a group are there: what follows from them is set. */
  readonly onTest: (key: string, test: TestPart) => void;
}

export interface LooksWork {
  /** There may be something to ask. */
  readonly wake: () => void;
  readonly dispose: () => void;
}

export function startLooksWork(looks: LooksStore, ports: LooksWorkPorts): LooksWork {
  const { store, changeGroup, changeRun } = looks;
  const networks = createKeptNetworks(ports.supervise, ({ data }) => {
    const { progress } = store.getState();
    if (progress) store.setState({ progress: { ...progress, data } });
  });
  /** How often a network did not answer. */
  const losses = new Map<RunId, number>();
  const models = new Map<string, PcaModel>();
  let isAsking = false;
  let isComputing = false;
  let isDisposed = false;
  /** A function, since it changes while others wait. */
  const isEnded = () => isDisposed;

  async function work(): Promise<void> {
    if (isAsking || isEnded()) return;
    isAsking = true;
    for (let next = nextRun(); next !== null && !isEnded(); next = nextRun()) await lookAt(...next);
    isAsking = false;
    if (isEnded()) return;
    store.setState({ progress: null });
    void workLinear();
  }

  /** The network that is loaded goes first, then in order. */
  function nextRun(): readonly [key: string, id: RunId] | null {
    const due = dueRuns();
    return due.find(([, id]) => networks.isLoaded(id)) ?? due[0] ?? null;
  }

  function dueRuns(): (readonly [key: string, id: RunId])[] {
    return store
      .getState()
      .groups.flatMap((group) =>
        group.runs
          .filter((look) => isLacking(group, look))
          .map((look) => [group.key, look.entry.id] as const),
      );
  }

  async function lookAt(key: string, id: RunId): Promise<void> {
    const count = store.getState().groups.reduce((sum, { runs }) => sum + runs.length, 0);
    store.setState({ progress: { id, place: count - dueRuns().length + 1, count, data: null } });
    try {
      if (!networks.isLoaded(id)) await load(key, id);
      if (await askAll(key, id)) losses.delete(id);
      else noteLoss(id);
    } catch (error) {
      if (isEnded()) return;
      const problem: LookProblem = (codedFailureOf(error) as LookProblem | null) ?? failureOf(error);
      if (problem.code.startsWith('data.') && 'file' in problem) changeGroup(key, { failure: problem });
      else changeRun(key, id, { problem });
    }
  }

  async function load(key: string, id: RunId): Promise<void> {
    const kept = await ports.readRun(id);
    if (kept === null) throw new CodedError({ code: 'looks.gone' });
    if (kept === 'unreadable') throw new CodedError({ code: 'looks.unreadable' });
    if (isEnded()) return;
    const loaded = await networks.load(kept);
    const test = looks.group(key)?.test;
    if (test === null) await readTest(key, id, loaded);
    else if (test && loaded.drawingForm !== null && test.drawingForm === null)
      ports.onTest(key, { ...test, drawingForm: loaded.drawingForm });
  }

  /** The samples that all of them get, and the map of the first run: it comes with their classes. */
  async function readTest(key: string, id: RunId, { facts, drawingForm }: Run): Promise<void> {
    if (facts === null) return;
    const indices = spreadPlaces(facts.testCount, facts.dataset.shape);
    const map = await networks.questions.mapTestImages(indices);
    const clean = await networks.questions.testImages(indices);
    if (map === null || clean === null) return;
    changeRun(key, id, { map, step: map.step });
    ports.onTest(key, { info: shownDataset(facts.dataset), indices, labels: map.labels, clean, drawingForm });
  }

  /** Returns false where the network does not answer. */
  async function askAll(key: string, id: RunId): Promise<boolean> {
    for (;;) {
      const [group, look] = [looks.group(key), looks.run(key, id)];
      if (isEnded() || group === undefined || look === undefined) return true;
      if (group.test === null) return false;
      const answer = await askNext(networks.questions, group, look);
      if (isEnded()) return true;
      if (answer === 'lost') return false;
      if (answer !== null) changeRun(key, id, answer);
      else if (group.measured === null) await measure(group, group.test);
      else return true;
    }
  }

  async function measure({ key, noise }: LooksGroup, { info, indices, clean }: TestPart): Promise<void> {
    const dataset = looks.group(key)?.runs[0]?.entry.experiment.dataset;
    if (dataset === undefined) return;
    const measured = await measuredImages({ dataset, shape: info.shape, noise }, clean, indices);
    if (looks.group(key)?.noise === noise) changeGroup(key, { measured });
  }

  /** It is loaded once more; if that does not help either, it is given up. */
  function noteLoss(id: RunId): void {
    const count = (losses.get(id) ?? 0) + 1;
    losses.set(id, count);
    networks.forget();
    if (count > 1) throw new CodedError({ code: 'worker.ended' });
  }

  async function workLinear(): Promise<void> {
    if (isComputing || ports.analysis === null) return;
    isComputing = true;
    for (let key = nextLinear(); key !== null && !isEnded(); key = nextLinear()) {
      await computeLinear(key, ports.analysis);
    }
    isComputing = false;
  }

  function nextLinear(): string | null {
    const due = store
      .getState()
      .groups.find(
        (group) =>
          group.test !== null &&
          group.pcaFailure === null &&
          group.pca.some((look) => lackingAnswers(group, look).length > 0),
      );
    return due?.key ?? null;
  }

  async function computeLinear(key: string, analysis: Pick<AnalysisCalls, 'pca'>): Promise<void> {
    const group = looks.group(key);
    const look = group?.pca.find((one) => lackingAnswers(group, one).length > 0);
    if (group === undefined || look === undefined) return;
    try {
      const samples = samplesKey(look.of);
      const model =
        models.get(samples) ??
        (await analysis.pca(look.of, (pcaProgress) => isEnded() || changeGroup(key, { pcaProgress })));
      models.set(samples, model);
      const now = looks.group(key);
      const answer = now && !isEnded() ? await rebuildNext(model, now, look) : null;
      if (!isEnded()) changeGroup(key, { pcaProgress: null });
      if (answer !== null && !isEnded()) looks.changePca(key, look.key, answer);
    } catch (error) {
      if (!isEnded()) changeGroup(key, { pcaProgress: null, pcaFailure: failureOf(error) });
    }
  }

  return {
    wake: () => void work(),
    dispose() {
      isDisposed = true;
      networks.dispose();
      store.setState({ progress: null });
    },
  };
}

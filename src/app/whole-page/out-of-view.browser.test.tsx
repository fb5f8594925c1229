// Every panel of both workspaces on a phone, out of the window while a run trains: nothing of it is drawn, and what it
// shows when it is scrolled to is what is.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
import { snapshotEvent } from '../../session/testing/snapshot-event';
import { createTestSession } from '../../session/testing/test-session';
import { openApp } from '../app-for-tests';
import { showAddress } from '../navigation/navigation';

let session: Session;
let engine: FakeEngine;
let close: () => void;

const ink = { width: 2, height: 2, alpha: new Uint8ClampedArray(4).fill(255) };

/** What a run tells all the time while it trains. */
function train(runId: string, step: number, experiment?: Experiment): void {
  const points = Float32Array.from({ length: 2000 }, (_, i) => Math.sin(i * step));
  const pixels = new Float32Array(784).fill(0.5);
  engine.emit(progressEvent(runId, step, [1 / step]));
  engine.emit(snapshotEvent(runId, step, experiment));
  engine.emit(evaluationEvent(runId, { step, mse: 1 / step }));
  engine.emit(evaluationEvent(runId, { step, scope: 'subset', count: 500 }));
  engine.emit(codeStatisticsEvent(runId, new Array<number>(16).fill(0.5), { step }));
  engine.emit({
    type: 'map',
    runId,
    step,
    points,
    labels: new Uint16Array(1000),
    axes: 'principal',
    explained: [0.5, 0.2],
  });
  engine.emit({
    type: 'drawing',
    runId,
    step,
    drawingId: 1,
    original: pixels,
    noisy: pixels,
    reconstructed: pixels.slice(),
    code: new Float32Array(16).fill(1 / step),
    codeDeviation: null,
    point: [0, 0],
  });
}

/** Longer than the curves' calm. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700));
const panels = () => [...document.querySelectorAll<HTMLElement>('main section')];
const isFar = (panel: Element) => {
  const { top, bottom } = panel.getBoundingClientRect();
  return top > innerHeight + 100 || bottom < -100;
};

/** Counts what is drawn in the panels: writes to their canvases, changes of their elements. */
function watchDrawing() {
  const drawn: string[] = [];
  const note = (node: Node) => {
    const panel = (node instanceof Element ? node : node.parentElement)?.closest('section');
    if (panel) drawn.push(nameOf(panel));
  };
  const observer = new MutationObserver((changes) => changes.forEach(({ target }) => note(target)));
  const options = { subtree: true, childList: true, characterData: true, attributes: true };
  observer.observe(document.body, options);
  const { prototype } = CanvasRenderingContext2D;
  const spies = (['putImageData', 'clearRect'] as const).map((method) => vi.spyOn(prototype, method));
  const noteCanvases = () => {
    for (const { mock } of spies)
      mock.contexts.splice(0).forEach((context) => note((context as CanvasRenderingContext2D).canvas));
  };
  return {
    take() {
      noteCanvases();
      return [...new Set(drawn.splice(0))];
    },
    stop() {
      observer.disconnect();
      spies.forEach((spy) => spy.mockRestore());
    },
  };
}

async function openPage(workspace: string) {
  await page.viewport(390, 844);
  showAddress(`#${workspace}`);
  ({ session, engine } = createTestSession());
  close = openApp(session);
  await expect.poll(() => engine.runId()).not.toBe('');
  begin(engine.runId());
}

function begin(runId: string, experiment?: Experiment): void {
  engine.emit(startedEvent(runId, experiment));
  engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
}

const nameOf = (panel: Element) => panel.querySelector('h2')?.textContent ?? '';

/**
 * Scrolls to some panels. At each, soon nothing is drawn any more in what is far from the window; and in the end all of
 * `drawn` have been.
 */
async function expectOnlySeenDrawn(
  stops: readonly string[],
  drawn: readonly string[],
  trainOn: (step: number) => void,
): Promise<void> {
  const drawing = watchDrawing();
  const everDrawn = new Set<string>();
  let step = 1;
  try {
    for (const stop of stops) {
      const find = () => panels().find((one) => nameOf(one) === stop);
      // Some panels load after the first network is there.
      await expect.poll(find, { timeout: 10_000 }).toBeDefined();
      find()?.scrollIntoView({ block: 'start', behavior: 'instant' });
      const drawnFarAway = async () => {
        drawing.take();
        trainOn(++step);
        await aWhile();
        const far = panels().filter(isFar).map(nameOf);
        const names = drawing.take();
        names.forEach((name) => everDrawn.add(name));
        return far.length === 0 ? 'nothing is far away' : names.filter((name) => far.includes(name));
      };
      await expect.poll(drawnFarAway, { timeout: 10_000 }).toEqual([]);
    }
    expect([...everDrawn]).toEqual(expect.arrayContaining([...drawn]));
  } finally {
    drawing.stop();
  }
}

describe('out of view', () => {
  beforeEach(() => scrollTo(0, 0));
  afterEach(() => {
    close();
    showAddress('#train');
  });

  it('no panel of Train is drawn', async () => {
    await openPage('train');
    train(engine.runId(), 1);
    session.drawing.draw(ink);
    await expectOnlySeenDrawn(
      ['Data', 'Architecture diagram', 'Drawing pad', 'Latent space'],
      ['Architecture diagram', 'Reconstructions', 'Loss curves', 'Latent space', 'Drawing pad'],
      (step) => train(engine.runId(), step),
    );
  });

  it('no panel of Compare is drawn', async () => {
    await openPage('compare');
    session.families.start();
    const runs = engine.commands.filter(([name]) => name === 'buildBeside');
    const trainAll = (step: number) =>
      runs.forEach(([, runId, experiment]) => train(runId as string, step, experiment as Experiment));
    runs.forEach(([, runId, experiment]) => begin(runId as string, experiment as Experiment));
    session.drawing.draw(ink);
    await expectOnlySeenDrawn(
      ['Undercomplete', 'Variational', 'The same images', 'Test error'],
      [
        'Undercomplete',
        'Sparse',
        'Denoising',
        'Variational',
        'The same images',
        'The same drawing',
        'Test error',
      ],
      trainAll,
    );
  });

  it('the engine is told which views are seen', async () => {
    await openPage('train');
    train(engine.runId(), 1);
    const seen = () => engine.commands.findLast(([name]) => name === 'setSeen')?.[1] as string[] | undefined;
    // The pad follows the hourglass: it may be near. The map is far below both.
    const nearTop = () => ['pictures', 'map'].filter((view) => seen()?.includes(view));
    await expect.poll(nearTop).toEqual(['pictures']);
    // Panels that load meanwhile move it. The map marks the drawing.
    const atMap = () => {
      const map = panels().find((one) => nameOf(one) === 'Latent space');
      map?.scrollIntoView({ block: 'start', behavior: 'instant' });
      return seen();
    };
    await expect.poll(atMap, { timeout: 10_000 }).toEqual(['map', 'drawing']);
  });
});

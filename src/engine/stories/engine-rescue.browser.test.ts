// A learning rate of 1 ruins a network of any family. Tests what the engine reports, what it rolls back to, and whether
// training recovers from there at a lower rate.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { familyPatch, type FamilyId } from '../../catalog/families/registry';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { withPatch } from '../../core/experiment/rules';
import type { RunId } from '../../core/run/stamp';
import { openSession, sessionExperiment, type EngineSession } from '../testing/engine-session';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
  session.engine.setSeen([]);
});
afterAll(() => session.engine.dispose());

const dense: ExperimentPatch = { hidden: [16], codeSize: 4 };
const convolutional: ExperimentPatch = {
  architecture: 'convolutional',
  convLayers: 1,
  filters: 4,
  codeSize: 4,
};
const families = ['undercomplete', 'sparse', 'denoising', 'variational'] as const;

interface Ruined {
  family: FamilyId;
  patch: ExperimentPatch;
}

const all: Ruined[] = [
  ...families.flatMap((family) => [dense, convolutional].map((patch) => ({ family, patch }))),
  { family: 'undercomplete', patch: { ...dense, optimizer: 'rmsprop' } },
  { family: 'undercomplete', patch: { ...dense, outputActivation: 'linear' } },
  { family: 'variational', patch: { ...dense, optimizer: 'rmsprop' } },
  { family: 'variational', patch: { ...convolutional, optimizer: 'sgd' } },
  { family: 'variational', patch: { ...dense, optimizer: 'sgd' } },
];

/** The lower rate that the page offers (session/engine/notices). */
const offered = ({ patch, family }: Ruined) =>
  patch.optimizer === 'sgd' ? (family === 'variational' ? 0.00013 : 0.1) : 0.01;

const meanOf = (losses: readonly number[]) => losses.reduce((sum, loss) => sum + loss, 0) / losses.length;

function begin({ family, patch }: Ruined): Promise<RunId> {
  const chosen = { ...sessionExperiment, ...familyPatch(family, sessionExperiment) };
  return session.newRun(withPatch(chosen, { ...patch, learningRate: 1 }));
}

/** The whole-test-set loss of a run at a step, among the events from number `from` on. */
async function testLoss(runId: RunId, step: number, from: number): Promise<number> {
  const { loss } = await session.until(
    'evaluation',
    (event) => event.runId === runId && event.scope === 'all' && event.step === step,
    from,
  );
  return loss;
}

describe('training at a learning rate of 1', () => {
  const trainsOn: boolean[] = [];

  test.each(all)(
    'fails for $family $patch, and rolls back to weights no worse than untrained ones',
    async (ruined) => {
      const runId = await begin(ruined);
      const untrained = await testLoss(runId, 0, 0);
      const start = session.events.length;
      session.engine.play(runId);
      const diverged = await session.until('diverged', (event) => event.runId === runId, start);
      const restored = await testLoss(runId, diverged.restoredStep, session.events.indexOf(diverged));
      expect(restored).toBeLessThanOrEqual(untrained * (1 + 1e-6));

      session.engine.change(runId, { learningRate: offered(ruined) });
      const from = session.events.length;
      const before = session.losses(runId).length;
      session.engine.play(runId, diverged.restoredStep + 150);
      const end = await Promise.race([
        session.until('diverged', (event) => event.runId === runId, from),
        session.until('paused', (event) => event.runId === runId && event.reason === 'finished', from),
      ]);
      const losses = session.losses(runId).slice(before);
      trainsOn.push(end.type === 'paused' && meanOf(losses.slice(-20)) < 0.7 * restored);
    },
  );

  test('continuing at the offered rate works for all of them', () => {
    expect(trainsOn).toEqual(all.map(() => true));
  });
});

test('a trained network rolls back to what it had learned, and the page keeps that checkpoint too', async () => {
  const runId = await session.newRun({ ...dense, learningRate: 0.01 });
  await session.trainTo(runId, 300);
  const good = session.losses(runId).slice(-20);
  session.engine.change(runId, { learningRate: 1 });
  session.engine.play(runId);
  const diverged = await session.until('diverged');
  expect(diverged.restoredStep).toBeGreaterThan(100);
  expect(await testLoss(runId, diverged.restoredStep, session.events.indexOf(diverged))).toBeLessThan(
    1.3 * meanOf(good),
  );
  const kept = session.events.flatMap((event) =>
    event.type === 'checkpoint' ? [event.checkpoint.step] : [],
  );
  expect(kept.at(-1)).toBe(diverged.restoredStep);
});

test('a code switched off entirely by its sparsity weight is reported as a dead code', async () => {
  const runId = await session.newRun({
    ...dense,
    codeActivation: 'relu',
    sparsity: 'l1',
    sparsityWeight: 10,
    learningRate: 0.02,
  });
  session.engine.play(runId);
  expect(await session.until('diverged')).toMatchObject({ runId, cause: 'dead-code' });
});

test('slow but alive training continues', async () => {
  const runId = await session.newRun({ ...dense, learningRate: 1e-5 });
  const from = session.events.length;
  await session.finish(runId, 700);
  expect(session.events.slice(from).some(({ type }) => type === 'diverged')).toBe(false);
});

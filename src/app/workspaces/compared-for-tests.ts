// For tests only: what a fake engine says of four families that were started.
import type { Experiment } from '../../core/experiment/experiment';
import { evaluationEvent, startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { snapshotEvent } from '../../session/testing/snapshot-event';

/** The four stand and have answered once. Their ids, in the order of the families. */
export function buildFamilies(engine: FakeEngine): string[] {
  const built = engine.commands.filter(([name]) => name === 'buildBeside');
  const runIds = built.map(([, runId]) => runId as string);
  built.forEach(([, , experiment], place) => {
    const runId = runIds[place] ?? '';
    engine.emit(startedEvent(runId, experiment as Experiment));
    engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
    engine.emit(snapshotEvent(runId, 0, experiment as Experiment));
    engine.emit(
      evaluationEvent(runId, { mse: 0.1 * (place + 1), terms: { reconstruction: 100, sparsity: 1, kl: 5 } }),
    );
  });
  return runIds;
}

/** The engine returns the images that it is given; its samples are of a prior where the code is Gaussian. */
export function giveAnswers(engine: FakeEngine): void {
  const images = (count: number) => Float32Array.from({ length: count * 784 }, (_, i) => (i % 5) / 5);
  const gaussian = new Set<string>();
  engine.answerWith({
    testImages: (_, indices) => Promise.resolve(images(indices.length)),
    reconstruct: (runId, given) => Promise.resolve({ runId, step: 0, images: given.slice() }),
    generate(runId, draws) {
      for (const [name, id, experiment] of engine.commands) {
        if (name === 'buildBeside' && (experiment as Experiment).codeKind === 'gaussian')
          gaussian.add(id as string);
      }
      const fittedTo = gaussian.has(runId) ? 0 : 5000;
      return Promise.resolve({ runId, step: 0, images: images(draws.length / 16), fittedTo });
    },
  });
}

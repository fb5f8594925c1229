import { beforeEach, describe, expect, it } from 'vitest';
import type { StepTrace, TracedSample } from '../../core/engine-api/tracing';
import { defaultExperiment } from '../../core/experiment/experiment';
import { startedEvent, type FakeEngine } from '../testing/fake-engine';
import { createTestSession, settle } from '../testing/test-session';
import type { Session } from '../session';
import { createSlowMotion, type SlowMotion } from './slow-motion';

const numbers = (...values: number[]) => Float32Array.from(values);

function sampleOf(row: number, noise: Float32Array | null): TracedSample {
  const drawn = noise ?? numbers(1, 1);
  return {
    row,
    index: 100 + row,
    label: 3,
    clean: numbers(0, 1),
    activations: [numbers(0, 1), drawn, numbers(0.5, 0.5)],
    gradients: [numbers(), numbers(0, 0), numbers(0, 0)],
    draw: {
      mean: numbers(0, 0),
      deviation: numbers(1, 1),
      noise: drawn,
      code: drawn,
      meanGradient: numbers(0, 0),
      logVarGradient: numbers(0, 0),
    },
    error: 0.25,
    isTrainedDraw: noise === null,
  };
}

function traceOf(runId: string, step: number, row: number): StepTrace {
  return {
    runId,
    step,
    experiment: { ...defaultExperiment, codeKind: 'gaussian', codeSize: 2 },
    batchSize: 128,
    total: 1,
    terms: { reconstruction: 1 },
    termWeights: { reconstruction: 1 },
    learningRate: 0.001,
    updatesBefore: step - 1,
    clipScale: 1,
    layers: [],
    sample: sampleOf(row, null),
  };
}

describe('slow motion', () => {
  let session: Session;
  let engine: FakeEngine;
  let room: SlowMotion;
  let step: number;

  beforeEach(async () => {
    ({ session, engine } = createTestSession());
    session.start();
    await settle();
    engine.emit(startedEvent(engine.runId()));
    step = 0;
    engine.answerWith({
      traceStep: (runId, row) => Promise.resolve(traceOf(runId, ++step, row)),
      traceSample: (runId, row, noise) => Promise.resolve({ ...sampleOf(row, noise), runId, step }),
    });
    engine.commands.length = 0;
    room = session.applications.open(createSlowMotion);
  });

  it('pauses the run, lets it make one step, and shows the first sample of its batch', async () => {
    session.run.toggle();
    await room.nextStep();
    expect(session.run.store.getState().wantsTraining).toBe(false);
    expect(room.store.getState()).toMatchObject({ phase: 'idle', trace: { step: 1 }, sample: { row: 0 } });
  });

  it('follows the same place of the batch in the next step', async () => {
    await room.nextStep();
    await room.choose(5);
    expect(room.store.getState().sample?.row).toBe(5);
    await room.nextStep();
    expect(engine.commands.at(-1)).toEqual(['traceStep', session.run.store.getState().runId, 5]);
    expect(room.store.getState()).toMatchObject({ trace: { step: 2 }, sample: { row: 5 } });
  });

  it('throws the die without a step, differently every time, and finds back to the draw of training', async () => {
    await room.nextStep();
    await room.throwDie();
    const first = room.store.getState().sample;
    expect(first?.isTrainedDraw).toBe(false);
    expect([...(first?.draw?.noise ?? [])]).not.toEqual([1, 1]);
    await room.throwDie();
    expect(room.store.getState().sample?.draw?.noise).not.toEqual(first?.draw?.noise);
    await room.showTrainedDraw();
    expect(room.store.getState().sample).toMatchObject({ isTrainedDraw: true });
    expect(engine.commands.filter(([name]) => name === 'traceStep')).toHaveLength(1);
  });

  it('drops the answer to an older question', async () => {
    await room.nextStep();
    let late: (sample: null) => void = () => undefined;
    engine.answerWith({
      traceSample: (runId, row, noise) =>
        row === 1
          ? new Promise((resolve) => (late = () => resolve({ ...sampleOf(row, noise), runId, step })))
          : Promise.resolve({ ...sampleOf(row, noise), runId, step }),
    });
    const first = room.choose(1);
    await room.choose(2);
    late(null);
    await first;
    expect(room.store.getState().sample?.row).toBe(2);
  });

  it('says so where no step could be made, and keeps the one before', async () => {
    await room.nextStep();
    engine.answerWith({});
    await room.nextStep();
    expect(room.store.getState()).toMatchObject({ phase: 'no-step', trace: { step: 1 } });
  });
});

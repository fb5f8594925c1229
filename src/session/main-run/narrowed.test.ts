import { beforeEach, describe, expect, it } from 'vitest';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import { newRun } from '../runs/run';
import type { Session } from '../session';
import { progressEvent, startedEvent, type FakeEngine } from '../testing/fake-engine';
import { checkpointAt, settle, startTestSession } from '../testing/test-session';

let session: Session;
let engine: FakeEngine;
beforeEach(async () => {
  ({ session, engine } = await startTestSession());
  engine.emit(startedEvent('1', defaultExperiment));
});

const notices = () => session.notices.store.getState();

function trainTo(step: number): void {
  engine.emit(progressEvent('1', step, Array<number>(step).fill(0.02)));
  engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(step) });
}

function narrow(patch: ExperimentPatch): void {
  session.run.change(patch);
  const experiment = session.run.experiment.getState();
  engine.emit({
    ...{ type: 'changed', runId: '1', step: 900, patch, experiment, trainCount: 60_000, parameters: 1 },
  });
  engine.emit({ type: 'checkpoint', runId: '1', checkpoint: checkpointAt(900, experiment) });
}

describe('a drag that narrows a layer', () => {
  it('can be undone as a whole: the weights from before its first step come back', async () => {
    trainTo(900);
    narrow({ codeSize: 12 });
    narrow({ codeSize: 4 });
    const [notice, ...others] = notices();
    expect(others).toEqual([]);
    expect(notice?.detail).toContain('at step 900');
    engine.commands.length = 0;
    notice?.action?.onClick();
    await settle();
    expect(engine.commands).toEqual([['build', '1', defaultExperiment, checkpointAt(900)]]);
    expect(session.run.experiment.getState()).toEqual(defaultExperiment);
    expect(session.run.store.getState()).toMatchObject({ runId: '1', step: 900 });
    expect(notices()).toEqual([]);
  });

  it('is spoken of for hidden layers too, but neither for wider layers nor before anything is learned', () => {
    narrow({ hidden: defaultExperiment.hidden.map(() => 8) });
    expect(notices()).toEqual([]);
    trainTo(900);
    session.run.change({ codeSize: 64 });
    expect(notices()).toEqual([]);
    session.run.change({ hidden: defaultExperiment.hidden.map(() => 4) });
    expect(notices()).toHaveLength(1);
  });
});

describe('a kept run whose data set has other samples now', () => {
  const resumedOn = (checksum?: string) => ({
    ...newRun('1', defaultExperiment, null),
    step: 900,
    checkpoint: checkpointAt(900),
    facts: { ...startedEvent('1'), dataset: { ...digitsInfo, ...(checksum && { checksum }) } },
  });

  async function goOn(checksum?: string): Promise<readonly string[]> {
    ({ session, engine } = await startTestSession({ resumed: resumedOn(checksum) }));
    const now = { ...digitsInfo, checksum: 'b'.repeat(64) };
    // `startTestSession` has said that it starts at step 0: this is the answer to the checkpoint.
    session.run.store.setState(resumedOn(checksum));
    engine.emit({ ...startedEvent('1', defaultExperiment, now), step: 900 });
    return notices().map(({ message }) => message);
  }

  it('goes on, and says that its curves are of two kinds of data', async () => {
    expect(await goOn('a'.repeat(64))).toEqual([
      'The samples of MNIST have changed since this run was trained.',
    ]);
  });

  it('says nothing where they are the same, or where it is not known', async () => {
    expect(await goOn('b'.repeat(64))).toEqual([]);
    expect(await goOn()).toEqual([]);
  });
});

// What the engine notes of how a run is computed: it goes by the experiment, and changes with it.
import { expect, test } from 'vitest';
import type { RunNote } from '../../core/engine-api/events';
import { defaultExperiment } from '../../core/experiment/experiment';
import { startedEvent } from '../testing/fake-engine';
import { applyEvent } from './apply-event';
import { newRun } from './run';

const note: RunNote = { code: 'kind.plain-path', setting: 'loss', kind: 'huber' };
const fresh = newRun('1', defaultExperiment, null);
const started = applyEvent(fresh, { ...startedEvent('1'), notes: [note] });

test('a run has the notes it started with, and a new run has none', () => {
  expect(started.notes).toEqual([note]);
  expect(newRun('2', defaultExperiment, started).notes).toEqual([]);
});

test('a change brings its own notes, or none', () => {
  const change = { type: 'changed', runId: '1', step: 3, patch: {}, experiment: defaultExperiment } as const;
  expect(applyEvent(started, { ...change, trainCount: 60_000, parameters: 1 }).notes).toEqual([]);
  expect(applyEvent(fresh, { ...change, parameters: 1, trainCount: 60_000, notes: [note] }).notes).toEqual([
    note,
  ]);
});

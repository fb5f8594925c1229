import { expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { DrawingForm, Ink } from '../../core/samples/drawing';
import { startedEvent } from '../testing/fake-engine';
import { settle, startTestSession } from '../testing/test-session';
import { formText, padTexts } from './words';

const square: Ink = {
  width: 100,
  height: 100,
  alpha: Uint8ClampedArray.from({ length: 10_000 }, (_, i) => (i % 100 < 60 && i < 6000 ? 255 : 0)),
};
const onWhite: DrawingForm = {
  boxSize: 14,
  centre: 'box',
  strokeWidth: [0, Infinity],
  levels: { paper: 1, ink: 0.2 },
  hasDarkPaper: false,
};

it('a drawing is brought to the form of the data as soon as that has been measured', async () => {
  const experiment = { ...defaultExperiment, dataset: 'own:0123456789abcdef' as const };
  const { session, engine } = await startTestSession({ experiment });
  engine.emit(startedEvent('1', experiment));
  session.drawing.draw(square);
  await settle();
  const sent = () => {
    const [, , pixels] = engine.commands.findLast(([name]) => name === 'setDrawing') ?? [];
    return pixels as Uint8Array;
  };
  expect([Math.min(...sent()), Math.max(...sent())]).toEqual([0, 255]);
  engine.emit({ type: 'drawing-form', runId: '1', step: 0, form: onWhite });
  await settle();
  expect([Math.min(...sent()), Math.max(...sent())]).toEqual([51, 255]);
  expect(sent()[0]).toBe(255);
});

it.each([
  [
    { ...onWhite, strokeWidth: [1.8, 3.1] },
    [28, 28, 1],
    'dark on light, 14 pixels across, centred by its box, strokes 1.8 to 3.1 wide',
  ],
  [onWhite, [56, 64, 3], 'dark on light, 28 pixels across, centred by its box'],
  [
    { boxSize: 20, centre: 'mass', strokeWidth: [0, Infinity] },
    [28, 28, 1],
    'light on dark, 20 pixels across, centred by mass',
  ],
] satisfies [DrawingForm, number[], string][])(
  'what a drawing becomes is said: %o in %o',
  (form, shape, text) => {
    expect(formText(form, shape)).toBe(text);
  },
);

it('where images are no drawings, the pad asks for a picture', () => {
  expect(padTexts('image', 'Draw a digit', true).hint).toBe('Draw a digit');
  const { hint, accepts } = padTexts('image', 'Draw a digit', false);
  expect(hint).toMatch(/choose a picture/);
  expect(accepts).toBe('image/*');
});

it('what was wrong with a file goes with the data set that it was for, and with the next drawing', async () => {
  const { session, engine } = await startTestSession();
  engine.emit(startedEvent('1', defaultExperiment));
  const failure = () => session.drawing.store.getState().failure;
  const take = () => session.drawing.take(new Blob(['1,2,3']), 'row.csv');
  await take();
  expect(failure()).toEqual({ code: 'drawing.not-a-picture', file: 'row.csv' });
  session.drawing.draw(square);
  expect(failure()).toBeNull();
  await take();
  expect(failure()).not.toBeNull();
  session.run.change({ dataset: 'quickdraw' });
  expect(failure()).toBeNull();
});

it('numbers on the pad are not carried to data of another length', async () => {
  const experiment = { ...defaultExperiment, dataset: 'own:0123456789abcdef' as const };
  const { session, engine } = await startTestSession({ experiment });
  const ofLength = (length: number) => {
    const started = startedEvent('1', experiment);
    return { ...started, dataset: { ...started.dataset, kind: 'signal' as const, shape: [length, 1] } };
  };
  engine.emit(ofLength(4));
  await session.drawing.take(new Blob(['0.1,0.2,0.3,0.4']), 'row.csv');
  expect(session.selection.store.getState().hasDrawing).toBe(true);
  engine.emit(ofLength(4));
  expect(session.selection.store.getState().hasDrawing).toBe(true);
  engine.emit(ofLength(187));
  expect(session.selection.store.getState().hasDrawing).toBe(false);
  expect(session.drawing.store.getState().isGiven).toBe(false);
});

// The Explore workspace against an engine that only notes its commands, with a data set of forty images of two classes.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  exploredCodes,
  exploredExperiment,
  exploredImages,
  exploredPca,
} from '../../session/testing/explored-set';
import type { Session } from '../../session/session';
import { startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { createTestSession } from '../../session/testing/test-session';
import { point } from '../../ui/mount-for-tests';
import { openApp } from '../app-for-tests';
import { showAddress } from '../navigation/navigation';

const experiment = exploredExperiment;

let session: Session;
let engine: FakeEngine;
let close: () => void;
const region = (name: string) => page.getByRole('region', { name, exact: true });
const image = (name: string) => page.getByRole('img', { name, exact: true });
const surface = (name: string) =>
  page.getByRole('application', { name: new RegExp(`^${name}:`) }).element() as HTMLElement;

beforeEach(async () => {
  await page.viewport(1440, 900);
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => {});
  ({ session, engine } = createTestSession({ experiment }));
  session.analysis.pca.store.setState({ of: exploredPca.trainedOn, model: exploredPca });
  showAddress('#explore');
  close = openApp(session);
  await expect.poll(() => engine.runId()).not.toBe('');
  engine.emit(startedEvent(engine.runId(), experiment));
  engine.emit({ type: 'stage', runId: engine.runId(), stage: 'ready', message: { code: 'stage.ready' } });
});
afterEach(() => {
  close();
  showAddress('#train');
  vi.restoreAllMocks();
});

async function showCodes(): Promise<void> {
  engine.emit(exploredCodes(engine.runId()));
  await expect.element(image('Map of the codes')).toBeInTheDocument();
  await expect.element(image('Map of PCA')).toBeInTheDocument();
}

it('fits a desk without scrolling and a phone without scrolling sideways, and asks for the codes', async () => {
  for (const name of ['Code map', 'Under the pointer', 'Selection', 'Tools']) {
    await expect.element(region(name)).toBeInTheDocument();
  }
  await expect
    .poll(() => engine.commands.findLast(([command]) => command === 'setSeen')?.[1])
    .toContain('codes');
  await expect.element(page.getByText('All test images appear here')).toBeInTheDocument();
  await showCodes();
  const { documentElement: all } = document;
  expect([all.scrollWidth, all.scrollHeight]).toEqual([1440, 900]);
  await page.viewport(390, 844);
  await expect.poll(() => all.scrollWidth).toBe(390);
});

it('shows on both maps what is pointed at on one, decodes the place, and forgets it when the pointer leaves', async () => {
  await showCodes();
  const map = surface('Map of the codes');
  const box = map.getBoundingClientRect();
  engine.commands.length = 0;
  point(map, 'pointermove', box.left + box.width / 2, box.top + box.height / 2);
  await expect.poll(() => engine.commands.findLast(([command]) => command === 'decode')).toBeDefined();
  const asked = engine.commands.findLast(([command]) => command === 'decode')?.[2] as Float32Array;
  expect(asked.length).toBe(2);
  // The middle of the map is the middle of the codes.
  expect(asked[0]).toBeCloseTo(0.195, 1);
  expect(asked[1]).toBeCloseTo(-0.05, 1);
  await expect.element(region('Under the pointer')).toHaveTextContent('code (');

  session.selection.store.setState({ hovered: 3 });
  const rings = () => document.querySelectorAll('[class*="hoveredPoint"]').length;
  await expect.poll(rings).toBe(2);
  map.dispatchEvent(new PointerEvent('pointerout', { bubbles: true, relatedTarget: document.body }));
  await expect.element(region('Under the pointer')).toHaveTextContent('Move over a map');
});

it('selects with the lasso, says of which class, and empties a selection of another data set', async () => {
  await showCodes();
  await userEvent.click(page.getByRole('radio', { name: 'Lasso' }));
  const map = surface('Map of the codes');
  const { left, top, width, height } = map.getBoundingClientRect();
  const corners = [
    [0.02, 0.01],
    [0.5, 0.01],
    [0.5, 0.99],
    [0.02, 0.99],
  ] as const;
  const at = ([x, y]: readonly [number, number]) => [left + x * width, top + y * height] as const;
  point(map, 'pointerdown', ...at(corners[0]));
  for (const [drawn, corner] of corners.entries()) {
    if (drawn > 0) point(map, 'pointermove', ...at(corner));
    await expect.poll(() => map.parentElement?.querySelector('polygon')?.points.length).toBe(drawn + 1);
  }
  point(map, 'pointerup', ...at(corners[3]));
  await expect.poll(() => session.explore.store.getState().selected?.indices.length).toBe(exploredImages / 2);
  await expect.element(region('Selection')).toHaveTextContent('20 images');
  await userEvent.click(page.getByRole('button', { name: 'Use as B', exact: true }));
  expect(session.explore.store.getState().arithmetic.b).toBe(session.explore.store.getState().selected);
  await userEvent.click(page.getByRole('button', { name: 'Select class 1', exact: true }));
  await expect.poll(() => session.explore.store.getState().selected?.indices[0]).toBe(exploredImages / 2);

  const other = { ...experiment, dataset: 'quickdraw' as const };
  engine.emit(startedEvent(engine.runId(), other));
  await expect.poll(() => session.explore.store.getState().selected).toBeNull();
  expect(session.explore.store.getState().arithmetic.b).toBeNull();
});

it('says that all codes are equal instead of drawing them, and draws them once they differ', async () => {
  const codes = exploredCodes(engine.runId());
  engine.emit({ ...codes, codes: new Float32Array(codes.codes.length).fill(0.5) });
  await expect.element(page.getByText(/^All 40 codes are equal/)).toBeInTheDocument();
  expect(image('Map of the codes').query()).toBeNull();
  await showCodes();
  expect(page.getByText(/codes are equal/).query()).toBeNull();
});

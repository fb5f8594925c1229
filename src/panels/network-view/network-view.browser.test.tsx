// The opened network on a session whose engine answers what the test says.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LayerActivations, UnitLook } from '../../core/engine-api/units';
import { defaultExperiment } from '../../core/experiment/experiment';
import { SessionProvider } from '../../session/hooks/session-context';
import type { Session } from '../../session/session';
import { startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { snapshotEvent } from '../../session/testing/snapshot-event';
import { createTestSession, settle } from '../../session/testing/test-session';
import { mount, type Mounted } from '../../ui/mount-for-tests';
import { NetworkView } from './network-view';

const experiment = { ...defaultExperiment, hidden: [900], codeSize: 3 };
const pixels = 784;
let session: Session;
let engine: FakeEngine;
let mounted: Mounted;

/** 0-1-2-3-4: image, 900, code of 3, 900, image. Of the first layer only units 7 and 250 are on. */
function snapshot() {
  const event = snapshotEvent(engine.runId(), 0, experiment);
  const hidden = new Float32Array(900);
  [hidden[7], hidden[250]] = [2, 1];
  event.activations[1] = hidden;
  event.activations[2] = Float32Array.of(0.5, -3, 0);
  return event;
}

/** Unit `unit` of the code gets most from unit 250, and brightens every pixel by a quarter. */
function look(boundary: number, unit: number): UnitLook {
  const contributions = new Float32Array(boundary === 1 ? pixels : 900);
  contributions[250] = -4;
  return {
    ...{ runId: engine.runId(), step: 0, boundary, unit, focus: { kind: 'sample', index: 0 } },
    values: Float32Array.of(0.5),
    incoming: [
      {
        ...{ into: 'unit', rows: 1, columns: 1, sources: contributions.length, contributions },
        weights: Float32Array.from(contributions, (_, at) => Math.sin(at)),
      },
    ],
    outgoing: new Float32Array(boundary === 1 ? 3 : 900),
    output: new Float32Array(pixels).fill(0.75),
    without: new Float32Array(pixels).fill(0.5),
  };
}

/** Test sample i activates unit 0 with i, unit 1 never, and unit 2 with -i. */
function layer(boundary: number): LayerActivations {
  const values = Float32Array.from(
    { length: 300 },
    (_, at) => [Math.floor(at / 3), 0, -Math.floor(at / 3)][at % 3] ?? 0,
  );
  return { runId: engine.runId(), step: 0, boundary, units: 3, count: 100, values };
}

async function open(unit: number | null) {
  const show = (place: { boundary: number; unit: number } | null) =>
    place === null ? '#all' : `#${place.boundary}/${place.unit}`;
  mounted = mount(
    <SessionProvider session={session}>
      <NetworkView boundary={unit === null ? null : 2} unit={unit} closeHref="#closed" hrefOf={show} />
    </SessionProvider>,
    1120,
    780,
  );
  await settle();
}

beforeEach(async () => {
  await page.viewport(1200, 860);
  ({ session, engine } = createTestSession({ experiment }));
  session.start();
  await settle();
  engine.answerWith({
    lookAtUnit: (_, { boundary, unit }) => Promise.resolve(look(boundary, unit)),
    layerActivations: (_, boundary) => Promise.resolve(layer(boundary)),
    testImages: (_, indices) => Promise.resolve(new Float32Array(indices.length * pixels)),
    turnUnit: (runId, place, turn) =>
      Promise.resolve({
        ...place,
        ...{ runId, step: 0, turn, focus: { kind: 'sample', index: 0 } as const },
        output: new Float32Array(pixels).fill(turn.amount),
      }),
  });
  engine.emit(startedEvent(engine.runId(), experiment));
  engine.emit(snapshot());
});
afterEach(() => {
  mounted.unmount();
  session.dispose();
  location.hash = '';
});

const units = (name: RegExp) => page.getByRole('listbox', { name });

it('every layer says how many units are on, and a wide one that it is thinned', async () => {
  await open(null);
  await expect.element(page.getByText('2 on, 898 off')).toBeVisible();
  await expect.element(page.getByText('2 on, 1 off', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/^\d+ of 900 shown: the most active$/).first()).toBeVisible();
});

it('a unit is told with what adds most to it and what it adds; keys lead from unit to unit and layer to layer', async () => {
  await open(null);
  // At first the strongest of the code.
  await expect.element(page.getByRole('region', { name: 'Code, unit 2' })).toBeVisible();
  await expect.element(page.getByText('−4', { exact: true })).toBeVisible();
  await expect.element(page.getByText('up to ±0.25')).toBeVisible();
  units(/^Code/).element().focus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(page.getByRole('region', { name: 'Code, unit 1' })).toBeVisible();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(units(/^Encoder 1/)).toHaveFocus();
  await expect.element(page.getByRole('region', { name: /^Encoder 1, unit/ })).toBeVisible();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(location.hash).toBe('#2/0');
});

it('an opened unit shows the tenths of its range, what goes with it, and the output with the unit off', async () => {
  await open(0);
  await expect.element(page.getByText('on for 99.0 % of 100 test images')).toBeVisible();
  await expect.element(page.getByText('over the first 100 of 10,000 test images')).toBeVisible();
  // Samples 90 to 99 are the strongest tenth.
  await expect.element(page.getByRole('img', { name: '89.1 to 99', exact: true })).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Unit 3.*−1\.00/ })).toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Off', exact: true }));
  await expect
    .poll(() => engine.commands.findLast(([name]) => name === 'turnUnit')?.slice(2))
    .toEqual([
      { boundary: 2, unit: 0 },
      { by: 'value', amount: 0 },
    ]);
  await expect.element(page.getByText('up to ±0.5', { exact: true })).toBeVisible();
});

it('a unit that never changes is told as dead, and nothing goes with it', async () => {
  await open(1);
  await expect.element(page.getByText('dead: off for all 100 test images')).toBeVisible();
  await expect.element(page.getByText(/no unit can be correlated with it/)).toBeVisible();
});

import { digitsInfo } from '../../core/samples/testing/digits-info';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CodeStatistics, Snapshot } from '../../core/engine-api/looking';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { newRun } from '../../session/runs/run';
import type { Session } from '../../session/session';
import { SessionProvider } from '../../session/hooks/session-context';
import { createTestSession } from '../../session/testing/test-session';
import { mount, type Mounted } from '../../ui/mount-for-tests';
import { LatentSpace } from './latent-space';

const sparse: Experiment = {
  ...defaultExperiment,
  codeSize: 256,
  hidden: [8],
  sparsity: 'kl',
  codeActivation: 'sigmoid',
};
const names = Array.from({ length: 10 }, (_, digit) => String(digit));

/** Test image `k` activates only units k, k + 10, … */
function snapshotOf(experiment: Experiment): Snapshot {
  const { codeSize } = experiment;
  const codes = Float32Array.from({ length: 10 * codeSize }, (_, i) =>
    (i % codeSize) % 10 === Math.floor(i / codeSize) ? 0.9 : 0.02,
  );
  const images = new Float32Array(7840);
  return {
    type: 'snapshot',
    runId: '1',
    step: 0,
    experiment,
    indices: Uint32Array.from(names, (_, k) => 100 * k),
    labels: Uint16Array.from(names, Number),
    original: images,
    noisy: images,
    reconstructed: images,
    codes,
    focus: { kind: 'sample', index: 300 },
    activations: [784, 8, codeSize, 8, 784].map((width) => new Float32Array(width)),
  };
}

function statisticsOf({ codeSize, codeKind }: Experiment): CodeStatistics {
  const each = (value: (unit: number) => number) =>
    Float32Array.from({ length: codeSize }, (_, unit) => value(unit));
  return {
    type: 'code-statistics',
    runId: '1',
    step: 0,
    count: 10_000,
    threshold: 0.1,
    meanActivation: each((unit) => (unit === 9 ? 0.2 : 0.05)),
    variance: each(() => 0.01),
    activeShare: each(() => 0.125),
    kl: codeKind === 'gaussian' ? each((unit) => (unit < 3 ? 3 - unit : 0.001)) : null,
  };
}

function begin(experiment: Experiment, statistics: CodeStatistics | null): void {
  session.run.store.setState(
    {
      ...newRun('1', experiment, null),
      facts: {
        dataset: { ...digitsInfo, classNames: names },
        parameters: 9,
        trainCount: 6e4,
        testCount: 1e4,
      },
      snapshot: snapshotOf(experiment),
      codeStatistics: statistics,
    },
    true,
  );
}

let session: Session;
let mounted: Mounted;
beforeEach(async () => {
  await page.viewport(700, 500);
  ({ session } = createTestSession());
  mounted = mount(
    <SessionProvider session={session}>
      <LatentSpace />
    </SessionProvider>,
    590,
    330,
  );
});
afterEach(() => mounted.unmount());

const units = () => page.getByRole('radio', { name: 'Units' }).click();
const raster = () => page.getByRole('img', { name: /units of the code/ });

it('shows the map, and the units only when they are asked for', async () => {
  begin(sparse, statisticsOf(sparse));
  await expect.element(page.getByRole('region', { name: 'Latent space', exact: true })).toBeInTheDocument();
  expect(raster().query()).toBeNull();
  await units();
  await expect.element(raster()).toBeInTheDocument();
  await expect.element(page.getByRole('radiogroup', { name: 'Latent view' })).toBeInTheDocument();
});

it('says that there is nothing yet before the first snapshot', async () => {
  session.run.store.setState(newRun('1', sparse, null), true);
  await units();
  await expect.element(page.getByText(/appear here with the first measurement/)).toBeInTheDocument();
});

it('says how many units are active for each image, and on average, and shows rho', async () => {
  begin(sparse, statisticsOf(sparse));
  await units();
  await expect
    .element(page.getByText('32.0 of 256 units active on average over 10,000 test images (above 0.1)'))
    .toBeInTheDocument();
  // Of the 256 units, 26 end in each of the digits 0 to 5 and 25 in each of 6 to 9.
  await expect.element(raster()).toHaveAccessibleName(/active for each image: 0 26, 1 26, .* 9 25$/);
  await expect
    .element(page.getByRole('img', { name: /^Mean activation of each unit: .* the target is 0.05$/ }))
    .toBeInTheDocument();
  await expect.element(page.getByText('target ρ = 0.05')).toBeInTheDocument();
});

it('lights other units for other images', async () => {
  begin(sparse, null);
  await units();
  const canvas = await vi.waitFor(
    () => mounted.host.querySelector<HTMLCanvasElement>('canvas[aria-label^=The]') ?? expect.fail(),
  );
  const row = (k: number) => {
    const height = canvas.height / 10;
    const y = Math.floor((k + 0.5) * height);
    return canvas
      .getContext('2d')!
      .getImageData(0, y, canvas.width, 1)
      .data.filter((_, i) => i % 4 === 3);
  };
  await vi.waitFor(() => expect(Math.max(...row(0))).toBe(255));
  const lit = Array.from({ length: 10 }, (_, k) =>
    [...row(k)].flatMap((alpha, x) => (alpha === 255 ? [x] : [])),
  );
  for (const columns of lit) expect(columns.length).toBeGreaterThan(25);
  expect(lit[3]?.some((x) => lit[4]?.includes(x))).toBe(false);
});

it('walks from unit to unit by key, in the order that was chosen, and tells the numbers of each', async () => {
  begin(sparse, statisticsOf(sparse));
  await units();
  await page.getByRole('radio', { name: 'By mean' }).click();
  const cursor = page.getByRole('slider', { name: 'Code unit' });
  (cursor.element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}');
  await expect
    .element(cursor)
    .toHaveAttribute('aria-valuetext', 'Unit 10, 3: 0.020 · mean 0.2 · variance 0.01 · active for 12.5 %');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(cursor).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Unit 2, 3/));
});

it('counts the collapsed units of a Gaussian code, with a bar each', async () => {
  const variational: Experiment = { ...defaultExperiment, codeSize: 20, hidden: [8], codeKind: 'gaussian' };
  begin(variational, statisticsOf(variational));
  await units();
  await expect
    .element(
      page.getByText(
        '3 of 20 units carry information, 17 collapsed (KL below 0.01 nats, 10,000 test images)',
      ),
    )
    .toBeInTheDocument();
  await expect
    .element(page.getByRole('img', { name: /^KL of each unit in nats: from 0.001 to 3/ }))
    .toBeInTheDocument();
});

it('shows nothing of a code of another length', async () => {
  begin(sparse, statisticsOf(sparse));
  session.run.store.setState({ experiment: { ...sparse, codeSize: 255 } });
  await units();
  await expect.element(page.getByText(/appear here/)).toBeInTheDocument();
  session.run.store.setState({ snapshot: snapshotOf({ ...sparse, codeSize: 255 }) });
  await expect.element(raster()).toBeInTheDocument();
  await expect.element(page.getByText(/is measured on the whole test set/)).toBeInTheDocument();
});

import { afterEach, expect, it, vi } from 'vitest';
import { mount, point } from '../../mount-for-tests';
import type { Mounted } from '../../mount-for-tests';
import { ChartLegend } from '../legend/chart-legend';
import type { ChartSeries } from '../series';
import { LossChart } from './loss-chart';
import { lossFrame } from './loss-frame';

const warn = vi.spyOn(console, 'warn');
const error = vi.spyOn(console, 'error');
let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
  expect(warn).not.toHaveBeenCalled();
  expect(error).not.toHaveBeenCalled();
});

const size = { width: 480, height: 240 };
const x = Float64Array.from({ length: 101 }, (_, i) => i * 10);
const train: ChartSeries = {
  id: 'train',
  label: 'Train loss',
  colour: '#00f',
  x,
  y: Float64Array.from(x, (step) => 0.02 + 0.05 * Math.exp(-step / 200)),
};
const references = [{ label: 'PCA with 16', y: 0.054 }];

async function chart(host: HTMLElement): Promise<HTMLElement> {
  return vi.waitFor(() => {
    expect(host.querySelector('.recharts-line path')).not.toBeNull();
    return host.querySelector<HTMLElement>('[role=img]')!;
  });
}

it.each(['linear', 'log'] as const)('draws the curve on the pixels its frame says (%s)', async (scale) => {
  mounted = mount(
    <LossChart series={[train]} marks={[]} scale={scale} referenceLines={references} />,
    size.width,
    size.height,
  );
  await chart(mounted.host);
  const frame = lossFrame([train], references, { scale, size, unit: 1 })!;
  const path = mounted.host.querySelector('.recharts-line path')?.getAttribute('d') ?? '';
  const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
  expect(numbers).toHaveLength(202);
  expect(numbers[0]).toBeCloseTo(frame.toPixelX(0), 1);
  expect(numbers[1]).toBeCloseTo(frame.toPixelY(train.y[0]!), 1);
  expect(numbers[200]).toBeCloseTo(frame.toPixelX(1000), 1);
  expect(numbers[201]).toBeCloseTo(frame.toPixelY(train.y[100]!), 1);
});

it('shows the exact values of the step under the pointer', async () => {
  mounted = mount(
    <LossChart
      series={[train]}
      marks={[{ x: 500, label: 'code 16 to 8' }]}
      scale="linear"
      epochLength={100}
      referenceLines={references}
    />,
    size.width,
    size.height,
  );
  const element = await chart(mounted.host);
  const frame = lossFrame([train], references, { scale: 'linear', size, unit: 100 })!;
  point(element, 'pointermove', frame.toPixelX(503), 100);
  const reading = await vi.waitFor(() => {
    const found = mounted?.host.querySelector<HTMLElement>('[data-series=train]');
    expect(found).toBeTruthy();
    return found!;
  });
  expect(Number(reading.dataset['value'])).toBe(train.y[50]);
  const tooltip = mounted.host.querySelector('[role=tooltip]')?.textContent ?? '';
  expect(tooltip).toContain('step 500');
  expect(tooltip).toContain('epoch 5.00');
  expect(tooltip).toContain('code 16 to 8');
});

it('moves the cross-hair with the arrow keys, from the last step backwards, and hides it on Escape', async () => {
  mounted = mount(<LossChart series={[train]} marks={[]} scale="log" referenceLines={[]} />);
  const element = await chart(mounted.host);
  const press = (key: string) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const head = () => element.querySelector('[role=tooltip]')?.firstElementChild?.textContent;
  press('ArrowLeft');
  await vi.waitFor(() => expect(head()).toBe('step 1,000'));
  press('ArrowLeft');
  await vi.waitFor(() => expect(head()).toBe('step 990'));
  press('ArrowRight');
  await vi.waitFor(() => expect(head()).toBe('step 1,000'));
  press('Escape');
  await vi.waitFor(() => expect(head()).toBeUndefined());
});

it('says in words what the curves show', async () => {
  mounted = mount(<LossChart series={[train]} marks={[]} scale="log" referenceLines={references} />);
  const element = await chart(mounted.host);
  expect(element.getAttribute('aria-label')).toBe(
    'Loss curves: Train loss 0.070000 at first, 0.020337 at step 1000; PCA with 16 0.054000',
  );
});

it('asks to train while there is nothing to draw', async () => {
  mounted = mount(<LossChart series={[]} marks={[]} scale="log" referenceLines={references} />);
  await vi.waitFor(() => expect(mounted?.host.textContent).toBe('Press Train to draw the curves'));
});

it('draws a dashed curve in dashes and keeps what falls out of the frame out of the plot', async () => {
  const part: ChartSeries = {
    ...train,
    id: 'kl',
    label: 'KL',
    y: x.map((step) => (step === 0 ? 1e-9 : 0.01)),
    dash: '2 3',
    isPart: true,
  };
  mounted = mount(
    <LossChart series={[train, part]} marks={[]} scale="log" referenceLines={[]} />,
    size.width,
    size.height,
  );
  const element = await chart(mounted.host);
  const dashed = await vi.waitFor(() => {
    const path = element.querySelector('.recharts-line path[stroke-dasharray="2 3"]');
    expect(path).not.toBeNull();
    return path!;
  });
  expect(dashed.closest('[clip-path]')).not.toBeNull();
  const frame = lossFrame([train, part], [], { scale: 'log', size, unit: 1 })!;
  point(element, 'pointermove', frame.toPixelX(0), 100);
  await vi.waitFor(() => expect(element.querySelector('[data-series=kl]')).not.toBeNull());
  // Read all the same, but no dot below the plot.
  expect(element.querySelectorAll('[data-series]')).toHaveLength(2);
  expect(element.querySelectorAll('svg > circle')).toHaveLength(1);
});

it('hides and shows a curve by its name', async () => {
  const toggled: string[] = [];
  const legend = (hidden: string[]) => (
    <ChartLegend series={[train]} hidden={new Set(hidden)} onToggle={(id) => toggled.push(id)} />
  );
  mounted = mount(legend([]));
  const button = await vi.waitFor(() => {
    const found = mounted?.host.querySelector('button');
    expect(found).toBeTruthy();
    return found!;
  });
  expect(button.textContent).toBe('Train loss');
  expect(button.getAttribute('aria-pressed')).toBe('true');
  button.click();
  expect(toggled).toEqual(['train']);
  mounted.show(legend(['train']));
  await vi.waitFor(() => expect(button.getAttribute('aria-pressed')).toBe('false'));
});

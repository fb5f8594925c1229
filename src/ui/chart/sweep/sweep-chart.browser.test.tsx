import { afterEach, expect, it, vi } from 'vitest';
import { mount, type Mounted } from '../../mount-for-tests';
import { SweepChart, type SweepLine } from './sweep-chart';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

const sizes = [1, 2, 4, 8];
const lines: SweepLine[] = [
  {
    id: 'pca',
    label: 'PCA',
    colour: 'var(--muted)',
    isReference: true,
    points: sizes.map((x) => ({ x, y: 0.06 / x })),
  },
  { id: 'a', label: 'Dense & deep', colour: '#4263d8', points: sizes.map((x) => ({ x, y: 0.04 / x })) },
];

async function chart(): Promise<SVGSVGElement> {
  mounted = mount(
    <SweepChart
      label="Rate–distortion chart"
      lines={lines}
      xTitle="Code size"
      yTitle="Test MSE"
      xScale="log"
      xText={String}
      yText={(y) => y.toFixed(4)}
    />,
  );
  return vi.waitFor(() => {
    const svg = mounted?.host.querySelector<SVGSVGElement>('svg.recharts-surface');
    if (!svg || svg.querySelectorAll('[data-x]').length < sizes.length) throw new Error('not drawn yet');
    return svg;
  });
}

it('places codes of doubled size at equal distances, and reads a point that is focused', async () => {
  const svg = await chart();
  const dots = [...svg.querySelectorAll<SVGCircleElement>('[data-x]')];
  const places = dots.map((dot) => dot.cx.baseVal.value);
  const [a = 0, b = 0, c = 0, d = 0] = places;
  expect(b - a).toBeCloseTo(c - b, 0);
  expect(c - b).toBeCloseTo(d - c, 0);
  dots[2]?.focus();
  await vi.waitFor(() =>
    expect(mounted?.host.querySelector('[role=tooltip]')?.textContent).toMatch(
      /Code size 4: Test MSE 0\.0100/,
    ),
  );
});

import { afterEach, expect, it, vi } from 'vitest';
import { mount, type Mounted } from '../../mount-for-tests';
import { chartSvg, svgToPng } from '../chart-image';
import { referenceDash } from '../series';
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

it('is saved as an SVG that a browser draws on its own, with legend and titles of the axes, and as a PNG twice its size', async () => {
  await chart();
  const svg = chartSvg(mounted!.host, {
    title: 'Rate–distortion',
    legend: lines.map((line) => ({ ...line, dash: line.isReference ? referenceDash : undefined })),
  })!;
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  for (const words of ['Dense & deep', 'PCA', 'Code size', 'Test MSE']) {
    expect(parsed.documentElement.textContent).toContain(words);
  }
  // Colours of the light theme, written out.
  expect(svg).not.toContain('var(--');
  expect(svg).toContain('#6b7080');
  const png = await createImageBitmap(await svgToPng(svg));
  expect(png.width).toBe(2 * Number(parsed.documentElement.getAttribute('width')));
  const canvas = new OffscreenCanvas(png.width, png.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(png, 0, 0);
  const { data } = context.getImageData(0, 0, png.width, png.height);
  let blue = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 0x42 && data[at + 1] === 0x63 && data[at + 2] === 0xd8) blue++;
  }
  expect(data[0]).toBe(255);
  expect(blue).toBeGreaterThan(200);
});

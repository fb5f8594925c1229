import { afterEach, expect, it, vi } from 'vitest';
import { Card } from '../../controls/card/card';
import { ChartLegend } from '../../chart/legend/chart-legend';
import { SweepChart, type SweepLine } from '../../chart/sweep/sweep-chart';
import { mount, type Mounted } from '../../mount-for-tests';
import { cardPicture } from '../picture/card-picture';
import { svgToPng } from '../picture/raster';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

const sizes = [1, 2, 4, 8];
const lines: SweepLine[] = [
  { id: 'a', label: 'Dense & deep', colour: '#4263d8', points: sizes.map((x) => ({ x, y: 0.04 / x })) },
];

async function showChart(): Promise<HTMLElement> {
  mounted = mount(
    <Card
      title="Rate–distortion"
      subtitle={<ChartLegend series={lines} hidden={new Set()} onToggle={() => undefined} />}
    >
      <div style={{ height: 200 }}>
        <SweepChart
          label="Rate–distortion chart"
          lines={lines}
          xTitle="Code size"
          yTitle="Test MSE"
          xScale="log"
          xText={String}
          yText={(y) => y.toFixed(4)}
        />
      </div>
    </Card>,
  );
  return vi.waitFor(() => {
    const card = mounted?.host.querySelector('section');
    if (!card || card.querySelectorAll('[data-x]').length < sizes.length) throw new Error('not drawn yet');
    return card;
  });
}

it('draws a chart as an SVG of its own, with title, legend, axes and font, and as a PNG twice its size', async () => {
  const card = await showChart();
  const words = { title: 'Rate–distortion', caption: ['Sparse', 'step 12'] };
  const { svg, width, height, hasFont } = await cardPicture(card, words, 'paper');
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  const texts = [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent);
  for (const text of ['Rate–distortion', 'Dense & deep', 'Code size', 'Test MSE', 'Sparse · step 12']) {
    expect(texts).toContain(text);
  }
  expect(parsed.querySelector('desc')?.textContent).toContain('Sparse · step 12');
  expect(svg).not.toMatch(/var\(--|class=|href="http/);
  expect(hasFont).toBe(true);
  expect(svg).toContain('url(data:font/woff2;base64,');
  const png = await createImageBitmap(await svgToPng(svg, 2));
  expect([png.width, png.height]).toEqual([2 * width, 2 * height]);
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

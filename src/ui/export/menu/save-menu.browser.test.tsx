import { parse } from 'papaparse';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Card } from '../../controls/card/card';
import { ChartLegend } from '../../chart/legend/chart-legend';
import { SweepChart, type SweepLine } from '../../chart/sweep/sweep-chart';
import { SampleRow } from '../../sample/sample-row';
import type { Mounted } from '../../mount-for-tests';
import '../../theme/base.css';
import { cardPicture } from '../picture/card-picture';
import { pictureKinds } from './saver';
import { svgToPng } from '../picture/raster';

/** As the page does it: without StrictMode. */
function mount(view: ReactNode): Mounted {
  const host = document.createElement('div');
  host.style.cssText = 'width:480px;height:260px';
  document.body.append(host);
  const root = createRoot(host);
  const show = (next: ReactNode) => root.render(next);
  show(view);
  return {
    host,
    show,
    unmount() {
      root.unmount();
      host.remove();
    },
  };
}

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
  vi.restoreAllMocks();
});

const sizes = [1, 2, 4, 8];
const lines: SweepLine[] = [
  { id: 'a', label: 'Dense & deep', colour: '#4263d8', points: sizes.map((x) => ({ x, y: 0.04 / x })) },
];

async function showChart(): Promise<HTMLElement> {
  mounted = mount(
    <Card
      title="Rate–distortion"
      explanation="The error at several code sizes."
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

/** What the page saves next, in place of a download. */
function nextFile(): Promise<{ name: string; content: Blob }> {
  return new Promise((resolve) => {
    let content = new Blob();
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      content = blob as Blob;
      return 'blob:saved';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
      resolve({ name: this.download, content });
    });
  });
}

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));

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

it('saves the curves at full precision, and gives the focus back', async () => {
  await showChart();
  await press('Save Rate–distortion');
  const saved = nextFile();
  await press('Save Curves as CSV');
  const { name, content } = await saved;
  expect(name).toBe('hourglass-rate-distortion-curves.csv');
  const { data } = parse<string[]>(await content.text(), { skipEmptyLines: true });
  expect(data.slice(1)).toEqual(sizes.map((x) => [String(x), String(0.04 / x)]));
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Save Rate–distortion');
  expect(document.querySelector('[role=dialog]')).toBeNull();
});

it('says at the card that the clipboard is denied, and that there is nothing yet', async () => {
  await showChart();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  await press('Save Rate–distortion');
  await press('Copy Curves');
  await expect.element(page.getByRole('alert')).toHaveTextContent('save a file instead');
  mounted?.unmount();
  mounted = mount(<Card title="Empty">Nothing has been measured yet.</Card>);
  await press('Save Empty');
  await expect.element(page.getByRole('dialog')).toHaveTextContent('nothing to save here yet');
});

it('offers a picture of a row that a low screen makes 17 px high, and none of an icon', () => {
  const show = (width: number, height: number) => {
    mounted?.unmount();
    mounted = mount(
      <Card title="Low">
        <canvas style={{ width, height }} />
      </Card>,
    );
  };
  const kinds = () => pictureKinds(mounted!.host.querySelector('section')!);
  show(170, 17);
  return vi
    .waitFor(() => expect(kinds()).toEqual(['png']))
    .then(() => {
      show(24, 24);
      return vi.waitFor(() => expect(kinds()).toEqual([]));
    });
});

it('saves a row of images as they are: sharp pixels in the picture, the values as an array', async () => {
  const values = Float32Array.from({ length: 2 * 16 }, (_, i) => (i % 3) / 2);
  mounted = mount(
    <Card title="Row">
      <SampleRow label="Original" info={{ shape: [4, 4, 1] }} values={values} columns={2} />
    </Card>,
  );
  await press('Save Row');
  expect(document.querySelector('[role=dialog]')?.closest('section')).not.toBeNull();
  const saved = nextFile();
  await press('Save Original as NPY');
  const bytes = new Uint8Array(await (await saved).content.arrayBuffer());
  expect(new TextDecoder().decode(bytes.subarray(0, 128))).toContain("'shape': (2, 4, 4, 1)");
  expect(new Float32Array(bytes.buffer.slice(128))).toEqual(values);
  const card = mounted.host.querySelector('section')!;
  const { svg } = await cardPicture(card, { title: 'Row', caption: [] }, 'paper');
  expect(svg).not.toMatch(/Picture|NPY/);
  const image = new Image();
  image.src = /href="(data:image\/png[^"]+)"/.exec(svg)?.[1] ?? '';
  await image.decode();
  expect(image.naturalWidth % 8).toBe(0);
  expect(image.naturalWidth).toBeGreaterThanOrEqual(8 * 32);
});

it('shows the numbers of a chart as a table with heads and a caption, by keyboard, and leads back', async () => {
  await showChart();
  await press('Save Rate–distortion');
  await press('Show Curves as a table');
  const table = page.getByRole('table', { name: 'Curves. Rows 1 to 4 of 4' });
  await expect.element(table).toBeVisible();
  const heads = [...table.element().querySelectorAll('thead th')];
  expect(heads.map((head) => [head.textContent, head.getAttribute('scope')])).toEqual([
    ['Code size', 'col'],
    ['Dense & deep', 'col'],
  ]);
  const cells = [...table.element().querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(cells).toEqual(['10.04', '20.02', '40.01', '80.005']);
  await expect.element(page.getByRole('button', { name: 'Back to the menu' })).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('region', { name: 'Curves' })).toHaveFocus();
  await press('Back to the menu');
  await expect.element(page.getByRole('button', { name: 'Save Curves as CSV' })).toBeVisible();
});

it('shows a long table some rows at a time', async () => {
  const values = Float32Array.from({ length: 40 * 16 }, (_, i) => i / 4);
  mounted = mount(
    <Card title="Row">
      <SampleRow label="Original" info={{ shape: [4, 4, 1] }} values={values} columns={40} />
    </Card>,
  );
  await press('Save Row');
  await press('Show Original as a table');
  const rows = () => [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);
  await expect.poll(rows).toHaveLength(100);
  await press('Later rows');
  await expect.element(page.getByRole('status').filter({ hasText: 'Rows 101 to 160 of 160' })).toBeVisible();
  // Sample 40, its row 4: its last four pixels.
  expect(rows().at(-1)).toBe(`404${[159, 159.25, 159.5, 159.75].join('')}`);
  await expect.element(page.getByRole('region', { name: 'Original' })).toHaveFocus();
});

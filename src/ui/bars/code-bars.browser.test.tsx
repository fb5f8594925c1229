import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount, point } from '../mount-for-tests';
import type { Mounted } from '../mount-for-tests';
import { CodeBars } from './code-bars';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

const svgParts = (selector: string) => mounted?.host.querySelectorAll(selector).length;

it('draws a short code as numbered bars, with a whisker for each spread of a Gaussian one', async () => {
  mounted = mount(<CodeBars label="Code" values={[1, -2, 0.5]} deviations={[0.1, 0.2, 0.9]} />, 420, 120);
  await expect
    .element(page.getByRole('img'))
    .toHaveAccessibleName(
      'Code: 3 numbers from −2.00 to 1.00, each with a standard deviation, from 0.10 to 0.90',
    );
  expect(svgParts('text')).toBe(3);
  expect(svgParts('path')).toBe(3);
  mounted.show(<CodeBars label="Code" values={[1, -2, 0.5]} />);
  await expect.element(page.getByRole('img')).toHaveAccessibleName('Code: 3 numbers from −2.00 to 1.00');
  await vi.waitFor(() => expect(svgParts('path')).toBe(2));
});

it('draws 1,024 numbers as cells, each of which can be pointed at', async () => {
  // Three lit units, far from each other; the others below the threshold.
  const values = new Float32Array(1024).fill(0.05);
  for (const unit of [0, 500, 1023]) values[unit] = 0.9;
  mounted = mount(<CodeBars label="Code" values={values} threshold={0.1} />, 420, 120);
  await expect.element(page.getByRole('img')).toHaveAccessibleName('Code: 1,024 numbers from 0.05 to 0.90');
  const canvas = await vi.waitFor(() => mounted!.host.querySelector('canvas') ?? expect.fail());
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const lit = Array.from({ length: data.length / 4 }, (_, pixel) => data[4 * pixel + 3] === 255);
  const share = lit.filter(Boolean).length / lit.length;
  expect(share).toBeGreaterThan(1.5 / 1024);
  expect(share).toBeLessThan(4 / 1024);

  const box = canvas.getBoundingClientRect();
  point(canvas, 'pointermove', box.left + 2, box.top + 2);
  await expect.element(page.getByText('1: 0.900')).toBeInTheDocument();
});

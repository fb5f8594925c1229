import { afterEach, expect, it } from 'vitest';
import { mount, type Mounted } from '../mount-for-tests';
import { Formula } from './formula';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

const html = () => mounted?.host.querySelector('.katex-html') ?? null;
const sumOfSquares = String.raw`\tfrac{1}{n} \sum_i (x_i - \hat x_i)^2`;

it('is there for the eye and, as MathML, for assistive technology', async () => {
  mounted = mount(<Formula tex={sumOfSquares} />);
  await expect.poll(html).not.toBeNull();
  expect(html()?.getAttribute('aria-hidden')).toBe('true');
  expect(mounted.host.querySelector('math annotation')?.textContent).toBe(sumOfSquares);
  expect(mounted.host.querySelector('math mfrac')).not.toBeNull();
});

it('is set in the fonts of the package, without another origin', async () => {
  mounted = mount(<Formula tex={sumOfSquares} />);
  await expect.poll(html).not.toBeNull();
  await document.fonts.ready;
  expect(document.fonts.check('13px KaTeX_Main')).toBe(true);
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const fonts = loaded.filter(({ pathname }) => pathname.includes('KaTeX'));
  expect(fonts.length).toBeGreaterThan(0);
  for (const { origin } of fonts) expect(origin).toBe(location.origin);
});

it('shows bad TeX as it is and throws nothing', async () => {
  mounted = mount(<Formula tex={String.raw`\frac{1}{`} />);
  await expect.poll(() => mounted?.host.textContent).toContain(String.raw`\frac{1}{`);
});

it('moves nothing when it arrives: the line was kept free', async () => {
  for (const tex of [
    'a',
    sumOfSquares,
    String.raw`\begin{cases} 0 & \text{with probability } \sigma \\ x_i & \text{else} \end{cases}`,
  ]) {
    mounted = mount(<Formula tex={tex} />);
    await expect.poll(() => mounted?.host.firstElementChild).not.toBeNull();
    const place = mounted.host.firstElementChild as HTMLElement;
    const kept = parseFloat(getComputedStyle(place).minHeight);
    await expect.poll(html).not.toBeNull();
    await document.fonts.ready;
    expect(place.offsetHeight, tex).toBe(kept);
    mounted.unmount();
  }
});

it('takes the colour of the text around it', async () => {
  mounted = mount(
    <div style={{ color: 'rgb(1, 2, 3)' }}>
      <Formula tex="x" />
    </div>,
  );
  await expect.poll(html).not.toBeNull();
  expect(getComputedStyle(html() as Element).color).toBe('rgb(1, 2, 3)');
});

it('is set smaller where it does not fit, and scrolls by key where that is not enough', async () => {
  const long = Array.from({ length: 8 }, (_, i) => `x_${i}`).join(' + ');
  mounted = mount(<Formula tex={long} />, 900);
  await expect.poll(html).not.toBeNull();
  await document.fonts.ready;
  const natural = html()?.getBoundingClientRect().width ?? 0;
  const place = () => mounted?.host.firstElementChild as HTMLElement;
  const size = () => parseFloat(getComputedStyle(html() as Element).fontSize);
  const full = size();

  mounted.host.style.width = `${0.9 * natural}px`;
  await expect.poll(size).toBeLessThan(full);
  await expect.poll(() => place().scrollWidth).toBeLessThanOrEqual(place().clientWidth);
  expect(place().tabIndex).toBe(-1);

  mounted.host.style.width = `${0.5 * natural}px`;
  await expect.poll(() => place().tabIndex).toBe(0);
  expect(place().scrollWidth).toBeGreaterThan(place().clientWidth);

  mounted.host.style.width = `${1.2 * natural}px`;
  await expect.poll(size).toBe(full);
  expect(place().tabIndex).toBe(-1);
});

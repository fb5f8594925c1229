import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LiveSlider } from '../slider/live-slider-for-tests';
import { mount, type Mounted } from '../../mount-for-tests';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

describe('the explanation of a slider', () => {
  const tooltip = () => document.querySelector<HTMLElement>('[data-side]');
  const middle = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2] as const;
  };
  /** Two sliders, and the explanation of the lower one, which covers the upper one. */
  async function explainLower() {
    const changes: number[] = [];
    const slider = (label: string, onChange: (value: number) => void) => (
      <LiveSlider
        label={label}
        initial={1}
        min={0}
        max={4}
        explanation={`What ${label} does to the reconstruction, in more words than fit in a line.`}
        onChange={onChange}
      />
    );
    mounted = mount(
      <div style={{ padding: '60px 0 0 0', width: 240 }}>
        {slider('Weight', (value) => changes.push(value))}
        <div style={{ height: 20 }} />
        {slider('Beta', () => {})}
      </div>,
      400,
      300,
    );
    const [upper, lower] = ['Weight', 'Beta'].map((name) => page.getByRole('slider', { name }));
    await lower!.hover({ force: true });
    await expect.poll(() => tooltip()?.textContent).toContain('What Beta does');
    return { upper: upper!.element(), lower: lower!.element(), tip: tooltip()!, changes };
  }

  it('stands above it, in its own column', async () => {
    const { lower, tip } = await explainLower();
    const [shown, own] = [tip, lower].map((one) => one.getBoundingClientRect());
    expect(shown!.bottom).toBeLessThanOrEqual(own!.top);
    expect(shown!.right).toBeLessThanOrEqual(300);
  });

  it('stays while the pointer is over it, though another slider is under it, and Escape closes it', async () => {
    const { upper, tip } = await explainLower();
    const [x, y] = middle(upper);
    const { left, right, top, bottom } = tip.getBoundingClientRect();
    expect(x > left && x < right && y > top && y < bottom, 'the upper slider is covered').toBe(true);
    await userEvent.hover(tip, { force: true });
    // Longer than another explanation waits before it opens.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await userEvent.hover(tip, { force: true, position: { x: 12, y: 8 } });
    expect(tooltip()?.textContent).toContain('What Beta does');
    await userEvent.keyboard('{Escape}');
    await expect.poll(tooltip).toBeNull();
  });

  it('closes when the pointer is on neither of them', async () => {
    await explainLower();
    // A mouse passes many places; a jump alone is a move from where it lands.
    for (const y of [250, 280]) await userEvent.hover(mounted!.host, { position: { x: 350, y } });
    await expect.poll(tooltip).toBeNull();
  });

  it('lets a press through to the slider that it covers, and is gone while that is dragged', async () => {
    const { upper, changes } = await explainLower();
    const track = upper.getBoundingClientRect();
    await userEvent.click(upper, { position: { x: track.width * 0.75, y: track.height / 2 }, force: true });
    await expect.poll(() => changes.at(-1)).toBeCloseTo(3, 0);
    expect(tooltip()).toBeNull();
  });
});

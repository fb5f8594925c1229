import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LiveSlider } from '../controls/slider/live-slider-for-tests';
import { ReadOut } from '../controls/read-out/read-out';
import { mount, type Mounted } from '../mount-for-tests';
import { ExplainedLabel } from './explained-label';
import { Tooltip } from './tooltip';

let mounted: Mounted | undefined;
// Only a pointer that moves explains: each test begins with it away from where the last one left it.
beforeEach(() => userEvent.hover(document.documentElement, { position: { x: 400, y: 350 } }));
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
  location.hash = '';
});

const shown = () => document.querySelector<HTMLElement>('[data-explanation]');
const words = () => shown()?.textContent;
const middle = (element: Element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2] as const;
};

describe('the explanation of a slider', () => {
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
    // What draws it comes with the first.
    await expect.poll(() => words() ?? '', { timeout: 10_000 }).toContain('What Beta does');
    await expect.poll(() => shown()?.dataset['side']).toBe('top');
    return { upper: upper!.element(), lower: lower!.element(), tip: shown()!, changes };
  }

  it('stands above it, in its own column', async () => {
    const { lower, tip } = await explainLower();
    const [box, own] = [tip, lower].map((one) => one.getBoundingClientRect());
    expect(box!.bottom).toBeLessThanOrEqual(own!.top);
    expect(box!.right).toBeLessThanOrEqual(300);
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
    expect(words()).toContain('What Beta does');
    await userEvent.keyboard('{Escape}');
    await expect.poll(shown).toBeNull();
  });

  it('closes when the pointer is on neither of them', async () => {
    await explainLower();
    await userEvent.hover(mounted!.host, { position: { x: 350, y: 280 } });
    await expect.poll(shown).toBeNull();
  });

  it('lets a press through to the slider that it covers, and is gone while that is dragged', async () => {
    const { upper, changes } = await explainLower();
    const track = upper.getBoundingClientRect();
    await userEvent.click(upper, { position: { x: track.width * 0.75, y: track.height / 2 }, force: true });
    await expect.poll(() => changes.at(-1)).toBeCloseTo(3, 0);
    expect(shown()).toBeNull();
  });
});

describe('the explanation of a read-out', () => {
  const before = () => page.getByRole('button', { name: 'Before' });
  const label = () => page.getByRole('button', { name: 'About Test MSE' });
  const output = () => page.getByRole('status', { name: 'Test MSE', exact: true });
  const link = () => page.getByRole('link', { name: 'In the glossary' });

  async function showReadOut() {
    mounted = mount(
      <div style={{ padding: '120px 0 0 100px' }}>
        <button type="button">Before</button>
        <ReadOut
          name="Test MSE"
          exact={0.02}
          explanation="Squared error of test images."
          term="mean-squared-error"
        >
          .02
        </ReadOut>
        <button type="button">After</button>
      </div>,
      400,
      300,
    );
    await expect.element(before()).toBeVisible();
  }

  it('is shown on focus, described to assistive technology, and left by Tab without a stop at its link', async () => {
    await showReadOut();
    before().element().focus();
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => words() ?? '').toContain('Squared error');
    await expect.element(label()).toHaveFocus();
    await expect.element(label()).toHaveAccessibleDescription(/Squared error of test images/);
    expect(shown()?.role).toBe('tooltip');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();
    await expect.poll(shown).toBeNull();
    expect(label().element().hasAttribute('aria-describedby')).toBe(false);
  });

  it('leads to its term by F1', async () => {
    await showReadOut();
    before().element().focus();
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => words() ?? '').toContain('F1');
    await userEvent.keyboard('{F1}');
    await expect.poll(() => location.hash).toBe('#learn/glossary/mean-squared-error');
    await expect.poll(shown).toBeNull();
  });

  it('opened by a key it is a dialog with the focus, which Tab takes to its link and then on', async () => {
    await showReadOut();
    before().element().focus();
    await userEvent.keyboard('{Tab}{Enter}');
    const dialog = page.getByRole('dialog', { name: 'About Test MSE' });
    await expect.element(dialog).toHaveFocus();
    await expect.element(dialog).toHaveAccessibleDescription('Squared error of test images.');
    await expect.element(label()).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Tab}');
    await expect.element(link()).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();
    await expect.poll(shown).toBeNull();
  });

  it('gives the focus back on Escape', async () => {
    await showReadOut();
    before().element().focus();
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByRole('dialog')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(label()).toHaveFocus();
    expect(shown()).toBeNull();
  });

  it('opened by a press it stays while the pointer is elsewhere, until it is pressed again or something else is', async () => {
    await showReadOut();
    await label().click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.hover(mounted!.host, { position: { x: 350, y: 280 } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await label().click();
    await expect.poll(shown).toBeNull();
    await label().click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await output().click();
    await expect.poll(shown).toBeNull();
  });

  it('can be reached by the pointer, and its link be pressed', async () => {
    await showReadOut();
    await output().hover();
    await expect.poll(() => words() ?? '').toContain('Squared error');
    await link().click();
    await expect.poll(() => location.hash).toBe('#learn/glossary/mean-squared-error');
  });
});

it('explains nothing where there is nothing to say: the words are plain', async () => {
  mounted = mount(
    <Tooltip>
      <h2>
        <ExplainedLabel>Reconstructions</ExplainedLabel>
      </h2>
    </Tooltip>,
  );
  const heading = page.getByRole('heading', { name: 'Reconstructions' });
  await expect.element(heading).toBeVisible();
  expect(heading.element().querySelector('button')).toBeNull();
});

it('follows a text that changes while it is shown', async () => {
  const view = (text: string) => (
    <Tooltip text={text}>
      <p style={{ marginTop: 100 }}>Step</p>
    </Tooltip>
  );
  mounted = mount(view('At step 1.'));
  await page.getByText('Step').hover();
  await expect.poll(() => words() ?? '').toBe('At step 1.');
  mounted.show(view('At step 2.'));
  await expect.poll(() => words() ?? '').toBe('At step 2.');
});

it('is shown of what has the focus in a popover, which moves it there while it is opening', async () => {
  let popover: HTMLDivElement | null = null;
  mounted = mount(
    <>
      <button type="button" onClick={() => popover?.showPopover()}>
        Open
      </button>
      <div ref={(element) => void (popover = element)} popover="auto">
        <Tooltip text="Explained at once.">
          <button type="button" ref={(button) => button?.setAttribute('autofocus', '')}>
            Inside
          </button>
        </Tooltip>
      </div>
    </>,
  );
  await expect.element(page.getByRole('button', { name: 'Open' })).toBeVisible();
  page.getByRole('button', { name: 'Open' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => words() ?? '').toBe('Explained at once.');
  await expect.poll(() => shown()?.matches(':popover-open')).toBe(true);
});

it('explains what has come under a resting pointer only once the pointer moves', async () => {
  mounted = mount(<p>Nothing yet</p>);
  await userEvent.hover(document.documentElement, { position: { x: 300, y: 300 } });
  const large = <p style={{ margin: 0, height: 500, width: 600 }}>Step</p>;
  mounted.show(<Tooltip text="What came.">{large}</Tooltip>);
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(shown()).toBeNull();
  await userEvent.hover(page.getByText('Step'), { position: { x: 70, y: 70 } });
  await expect.poll(() => words() ?? '').toBe('What came.');
});

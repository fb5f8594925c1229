import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LiveSlider } from './slider/live-slider-for-tests';
import { mount } from '../mount-for-tests';
import type { Mounted } from '../mount-for-tests';
import { ReadOut } from './read-out/read-out';
import { SegmentedRadio } from './fields/segmented-radio';
import { Select } from './fields/select';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

it('names a slider exactly by its label and gives it its true value on a log track', async () => {
  const onChange = vi.fn();
  mounted = mount(
    <LiveSlider
      label="Bottleneck size"
      symbol="k"
      initial={16}
      min={1}
      max={128}
      step={1}
      scale="log"
      onChange={onChange}
      explanation="How many numbers an image is squeezed into."
    />,
  );
  const slider = page.getByRole('slider', { name: 'Bottleneck size', exact: true });
  await expect.element(slider).toHaveValue('16');
  await expect.element(slider).toHaveAccessibleDescription('How many numbers an image is squeezed into.');
  await slider.fill('4');
  expect(onChange).toHaveBeenLastCalledWith(4);
  await expect.element(slider).toHaveValue('4');
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onChange).toHaveBeenLastCalledWith(5);
  await userEvent.keyboard('{End}');
  expect(onChange).toHaveBeenLastCalledWith(128);
});

it('maps the pointer through the scale: the middle of a log track from 1 to 100 is 10', async () => {
  const onChange = vi.fn();
  const onCommit = vi.fn();
  mounted = mount(
    <LiveSlider
      label="Rate"
      initial={1}
      min={1}
      max={100}
      step={1}
      scale="log"
      {...{ onChange, onCommit }}
    />,
  );
  const slider = page.getByRole('slider', { name: 'Rate' });
  await slider.click();
  expect(onChange).toHaveBeenLastCalledWith(10);
  expect(onCommit).toHaveBeenLastCalledWith(10);
});

it('snaps what is filled in to the nearest stop', async () => {
  const onChange = vi.fn();
  mounted = mount(
    <LiveSlider
      label="Batch size"
      initial={128}
      min={16}
      max={64}
      stops={[16, 32, 64]}
      onChange={onChange}
    />,
  );
  await page.getByRole('slider', { name: 'Batch size' }).fill('30');
  expect(onChange).toHaveBeenLastCalledWith(32);
});

it('says why a slider is disabled', async () => {
  mounted = mount(
    <LiveSlider
      label="Beta"
      initial={1}
      min={0}
      max={4}
      onChange={() => {}}
      disabledReason="No Gaussian code."
    />,
  );
  const slider = page.getByRole('slider', { name: 'Beta' });
  await expect.element(slider).toBeDisabled();
  await expect.element(slider).toHaveAccessibleDescription('No Gaussian code.');
});

it('offers choices as a named combobox and a named radiogroup', async () => {
  const onSelect = vi.fn();
  const onCheck = vi.fn();
  const options = [
    { value: 'mse', label: 'Mean squared error' },
    { value: 'mae', label: 'Mean absolute error' },
  ] as const;
  mounted = mount(
    <>
      <Select label="Loss" value="mse" options={options} onChange={onSelect} />
      <SegmentedRadio label="Family" value="mse" options={options} onChange={onCheck} />
    </>,
  );
  await page.getByRole('combobox', { name: 'Loss', exact: true }).selectOptions('mae');
  expect(onSelect).toHaveBeenCalledWith('mae');
  await expect.element(page.getByRole('radiogroup', { name: 'Family', exact: true })).toBeInTheDocument();
  await page.getByRole('radio', { name: 'Mean absolute error' }).click();
  expect(onCheck).toHaveBeenCalledWith('mae');
});

it('reports a number rounded for reading and exact for machines', async () => {
  mounted = mount(
    <ReadOut name="Test MSE" exact={0.025234871}>
      0.0252
    </ReadOut>,
  );
  const output = page.getByRole('status', { name: 'Test MSE', exact: true });
  await expect.element(output).toHaveTextContent('0.0252');
  await expect.element(output).toHaveAttribute('data-value', '0.025234871');
});

it('reads the remarks under a select with its explanation, and disables single options', async () => {
  const options = [
    { value: 'relu', label: 'ReLU', disabled: true },
    { value: 'sigmoid', label: 'Sigmoid' },
  ] as const;
  mounted = mount(
    <Select
      label="Code activation"
      look="row"
      value="sigmoid"
      options={options}
      explanation="What a unit does."
      remarks={['ReLU cannot be chosen: it has no upper end.']}
      onChange={() => {}}
    />,
  );
  const select = page.getByRole('combobox', { name: 'Code activation', exact: true });
  await expect
    .element(select)
    .toHaveAccessibleDescription('What a unit does. ReLU cannot be chosen: it has no upper end.');
  await expect.element(page.getByText('ReLU cannot be chosen', { exact: false })).toBeVisible();
  await expect.element(select.getByRole('option', { name: 'ReLU' })).toBeDisabled();
});

it('sets the symbol of a slider beside its label and keeps it out of the name', async () => {
  mounted = mount(
    <LiveSlider
      label="Learning rate"
      symbol="\eta"
      formula="W \leftarrow W - \eta\, \hat g"
      explanation="How far each step goes."
      initial={0.1}
      min={0.01}
      max={1}
      scale="log"
      onChange={() => {}}
    />,
  );
  const slider = page.getByRole('slider', { name: 'Learning rate', exact: true });
  await expect.element(slider).toHaveAccessibleDescription('How far each step goes.');
  await expect.poll(() => mounted?.host.querySelectorAll('.katex').length).toBe(1);
  await page.getByText('Learning rate').hover();
  await expect.poll(() => document.querySelector('[data-side] .katex math')).not.toBeNull();
});

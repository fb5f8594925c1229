import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, type Mounted } from '../../mount-for-tests';
import { NumberField } from './number-field';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

it('keeps a bad number to itself, says what is wrong, and commits a good one on Enter', async () => {
  const onCommit = vi.fn();
  mounted = mount(<NumberField label="Seed" value={7} min={0} max={99} integer onCommit={onCommit} />);
  const field = page.getByRole('textbox', { name: 'Seed', exact: true });
  await field.fill('seven');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Type a whole number from 0 to 99.');
  await field.fill('100');
  await expect.element(page.getByRole('alert')).toHaveTextContent('100 is too large: at most 99.');
  await field.fill('1.5');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Whole numbers only');
  expect(onCommit).not.toHaveBeenCalled();
  await field.fill('42');
  await userEvent.keyboard('{Enter}');
  expect(onCommit).toHaveBeenCalledExactlyOnceWith(42);
});

it('reads a decimal comma, shows how, and tells a form when what is typed is not valid', async () => {
  const onCommit = vi.fn();
  const onValidity = vi.fn();
  mounted = mount(
    <NumberField label="Rate" value={1} min={0} max={2000} onCommit={onCommit} onValidity={onValidity} />,
  );
  const field = page.getByRole('textbox', { name: 'Rate', exact: true });
  await field.fill('0,5');
  await expect.element(field).toHaveAccessibleDescription('Read as 0.5.');
  await field.fill('1,234');
  await expect.element(field).toHaveAccessibleDescription('Read as 1234.');
  expect(onValidity).not.toHaveBeenCalled();
  await field.fill('');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Type a number from 0 to 2,000.');
  expect(onValidity).toHaveBeenLastCalledWith(false);
  await userEvent.keyboard('{Escape}');
  expect(onValidity).toHaveBeenLastCalledWith(true);
  await field.fill('0,5');
  await userEvent.keyboard('{Enter}');
  expect(onCommit).toHaveBeenCalledExactlyOnceWith(0.5);
});

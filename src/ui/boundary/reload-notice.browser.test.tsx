import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount, type Mounted } from '../mount-for-tests';
import { PageReloadContext, type PageReload } from './page-reload';
import { ReloadNotice } from './reload-notice';

let mounted: Mounted | undefined;
afterEach(() => mounted?.unmount());

function show(pageReload: Omit<PageReload, 'reload'>) {
  const reload = vi.fn();
  const action = { label: 'Retry', onClick: () => undefined };
  mounted = mount(
    <PageReloadContext value={{ ...pageReload, reload }}>
      <ReloadNotice message="It did not load." detail="Reload the page." action={action} />
    </PageReloadContext>,
    400,
  );
  return reload;
}

const alert = () => page.getByRole('alert');
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('says that the run is kept, and keeps it before the page reloads', async () => {
  let keepIt: (isKept: boolean) => void = () => undefined;
  const keep = vi.fn(() => new Promise<boolean>((resolve) => (keepIt = resolve)));
  const reload = show({ foresee: () => Promise.resolve('kept'), keep });
  await expect.element(alert()).toHaveTextContent(/Your run is kept, with its curves/);
  await button('Reload').click();
  await expect.element(alert()).toHaveTextContent(/Keeping the run/);
  await button('Reload').click();
  expect(reload).not.toHaveBeenCalled();
  keepIt(true);
  await expect.poll(() => reload.mock.calls.length).toBe(1);
  expect(keep).toHaveBeenCalledTimes(1);
});

it('says before the person chooses that training starts over where the browser cannot keep it', async () => {
  const keep = vi.fn(() => Promise.resolve(true));
  const reload = show({ foresee: () => Promise.resolve('lost'), keep });
  await expect.element(alert()).toHaveTextContent(/training starts over/);
  await button('Reload and start over').click();
  await expect.poll(() => reload.mock.calls.length).toBe(1);
  expect(keep).not.toHaveBeenCalled();
});

it('asks again where keeping failed after all', async () => {
  const reload = show({ foresee: () => Promise.resolve('kept'), keep: () => Promise.resolve(false) });
  await expect.element(alert()).toHaveTextContent(/is kept/);
  await button('Reload').click();
  await expect.element(alert()).toHaveTextContent(/training starts over/);
  expect(reload).not.toHaveBeenCalled();
  await button('Reload and start over').click();
  await expect.poll(() => reload.mock.calls.length).toBe(1);
});

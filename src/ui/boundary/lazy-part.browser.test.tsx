import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ErrorBoundary } from 'react-error-boundary';
import { mount, type Mounted } from '../mount-for-tests';
import { lazyInline } from '../lazy/lazy-inline';
import { lazyPart } from './lazy-part';
import { reloadFailedStyles } from '../lazy/reload-failed-styles';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
  vi.restoreAllMocks();
});

function Greeting({ to }: { to: string }) {
  return <p>Hello {to}</p>;
}

/** An import that fails `failures` times, then delivers. */
function flaky(failures: number) {
  let calls = 0;
  const load = () => (++calls <= failures ? Promise.reject(new Error('404')) : Promise.resolve(Greeting));
  return { load, calls: () => calls };
}

const retry = () => page.getByRole('button', { name: 'Retry', exact: true });

describe('a lazy part', () => {
  it('keeps its place with its name until it arrives', async () => {
    let arrive: (part: typeof Greeting) => void = () => undefined;
    const Part = lazyPart<{ to: string }>({
      name: 'The greeting',
      load: () => new Promise((resolve) => (arrive = resolve)),
    });
    mounted = mount(<Part to="Ada" />, 400, 300);
    await expect.element(page.getByText('The greeting is loading…')).toBeInTheDocument();
    expect(mounted.host.firstElementChild?.getBoundingClientRect()).toMatchObject({
      width: 400,
      height: 300,
    });
    arrive(Greeting);
    await expect.element(page.getByText('Hello Ada')).toBeVisible();
  });

  it('says that it did not load, and Retry imports it again, everywhere it is shown', async () => {
    const { load, calls } = flaky(2);
    const Part = lazyPart<{ to: string }>({ name: 'The greeting', load });
    mounted = mount(
      <>
        <Part to="Ada" />
        <Part to="Emmy" />
      </>,
    );
    await expect.poll(() => page.getByRole('alert').elements().length).toBe(2);
    await expect.element(page.getByRole('alert').first()).toHaveTextContent(/The greeting did not load/);
    await expect.element(page.getByRole('button', { name: 'Reload' }).first()).toBeVisible();
    expect(calls()).toBe(1);
    await retry().first().click();
    await expect.poll(calls).toBe(2);
    await expect.poll(() => page.getByRole('alert').elements().length).toBe(2);
    await retry().last().click();
    await expect.element(page.getByText('Hello Ada')).toBeVisible();
    await expect.element(page.getByText('Hello Emmy')).toBeVisible();
    expect(calls()).toBe(3);
  });

  it('is imported again when it is shown again after a failure', async () => {
    const { load } = flaky(1);
    const Part = lazyPart<{ to: string }>({ name: 'The greeting', load });
    mounted = mount(<Part to="Ada" />);
    await expect.element(retry()).toBeVisible();
    mounted.show(null);
    mounted.show(<Part key="again" to="Ada" />);
    await expect.element(page.getByText('Hello Ada')).toBeVisible();
  });

  it('leaves an error of the part itself to the boundary around it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Part = lazyPart<object>({
      name: 'The broken part',
      load: () =>
        Promise.resolve(() => {
          throw new Error('It broke.');
        }),
    });
    mounted = mount(
      <ErrorBoundary fallbackRender={({ error }) => <p>Caught: {(error as Error).message}</p>}>
        <Part />
      </ErrorBoundary>,
    );
    await expect.element(page.getByText('Caught: It broke.')).toBeVisible();
  });

  it('within a line, gives way to something else until another one is shown', async () => {
    const { load } = flaky(1);
    const Part = lazyInline<{ to: string }>(load, ({ to }) => <code>{to}</code>);
    mounted = mount(<Part to="Ada" />);
    await expect.poll(() => mounted?.host.querySelector('code')?.textContent).toBe('Ada');
    mounted.show(
      <>
        <Part to="Ada" />
        <Part to="Emmy" />
      </>,
    );
    await expect.element(page.getByText('Hello Ada')).toBeVisible();
    await expect.element(page.getByText('Hello Emmy')).toBeVisible();
  });
});

describe('stylesheets that did not load', () => {
  const inHead = (href: string) => document.head.querySelector<HTMLLinkElement>(`link[href="${href}"]`);

  it('are fetched again, and those that did are left alone', async () => {
    const good = stylesheet('data:text/css,b{}');
    const bad = stylesheet('/no-such-style.css');
    const failure = new Promise((resolve) => bad.addEventListener('error', resolve));
    document.head.append(good, bad);
    await failure;
    await expect.poll(() => good.sheet?.cssRules.length).toBe(1);
    await expect(reloadFailedStyles()).rejects.toThrow(/no-such-style\.css did not load/);
    expect(good.isConnected).toBe(true);
    const again = inHead('/no-such-style.css');
    expect(again).not.toBe(bad);
    again?.setAttribute('href', 'data:text/css,i{}');
    await reloadFailedStyles();
    expect(inHead('data:text/css,i{}')?.sheet?.cssRules.length).toBe(1);
    good.remove();
    inHead('data:text/css,i{}')?.remove();
  });
});

function stylesheet(href: string): HTMLLinkElement {
  return Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
}

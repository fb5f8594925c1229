// The controls with a session whose engine is not started: visible controls, available options, and their remarks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { codeActivationIds, defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { withPatch } from '../../core/experiment/rules';
import type { Session } from '../../session/session';
import { SessionProvider } from '../../session/hooks/session-context';
import { createTestSession } from '../../session/testing/test-session';
import { mount, type Mounted } from '../../ui/mount-for-tests';
import { Controls } from './controls';

let session: Session;
let mounted: Mounted;

function show(patch: ExperimentPatch) {
  session.run.experiment.setState(withPatch(defaultExperiment, patch), true);
}

const slider = (name: string) => page.getByRole('slider', { name, exact: true });
const choice = (name: string) => page.getByRole('combobox', { name, exact: true });
const option = (select: string, name: string) => choice(select).getByRole('option', { name, exact: true });

async function openAdvanced() {
  await page.getByText('Advanced', { exact: true }).click();
}

beforeEach(async () => {
  await page.viewport(800, 1700);
  ({ session } = createTestSession());
  mounted = mount(
    <SessionProvider session={session}>
      <Controls dataStatus={null} />
    </SessionProvider>,
    280,
    1600,
  );
});
afterEach(() => mounted.unmount());

describe('what is shown', () => {
  const always = ['Data set', 'Architecture', 'Code', 'Noise', 'Loss', 'Optimizer', 'Schedule'];

  it('is every setting of an undercomplete dense network, and none of the others', async () => {
    await openAdvanced();
    for (const name of [...always, 'Sparsity', 'Code activation']) {
      await expect.element(choice(name)).toBeVisible();
    }
    for (const name of ['Bottleneck size', 'Hidden layers', 'Layer 1', 'Learning rate', 'Batch size']) {
      await expect.element(slider(name)).toBeVisible();
    }
    for (const name of ['Noise level', 'Sparsity weight', 'Beta', 'Convolutions', 'Schedule length']) {
      expect(slider(name).query()).toBeNull();
    }
  });

  it('follows the experiment', async () => {
    show({ noise: 'gaussian', sparsity: 'l1', architecture: 'convolutional' });
    for (const name of ['Noise level', 'Sparsity weight', 'Convolutions', 'Filters']) {
      await expect.element(slider(name)).toBeVisible();
    }
    expect(slider('Target activation').query()).toBeNull();
    expect(slider('Hidden layers').query()).toBeNull();

    show({ sparsity: 'kl' });
    await expect.element(slider('Target activation')).toBeVisible();

    show({ codeKind: 'gaussian' });
    await expect.element(slider('Beta')).toBeVisible();
    await expect.element(slider('Beta warm-up')).toBeVisible();
    expect(choice('Sparsity').query()).toBeNull();
    expect(choice('Code activation').query()).toBeNull();
  });

  it('has what concerns holes with noise that removes pixels, and not with any other', async () => {
    show({ noise: 'gaussian' });
    await expect.element(slider('Noise level')).toBeVisible();
    for (const name of ['Mask as input', 'Loss on']) expect(choice(name).query()).toBeNull();
    show({ noise: 'block' });
    for (const name of ['Mask as input', 'Loss on']) await expect.element(choice(name)).toBeVisible();
    expect(slider('Hole weight').query()).toBeNull();
    await choice('Loss on').selectOptions('weighted');
    await expect.element(slider('Hole weight')).toBeVisible();
    await choice('Mask as input').selectOptions('on');
    expect(session.run.experiment.getState()).toMatchObject({ lossOn: 'weighted', maskInput: 'on' });
  });

  it('has each formula as MathML too', async () => {
    show({ noise: 'gaussian', codeKind: 'gaussian', loss: 'bce' });
    await expect.poll(() => mounted.host.querySelectorAll('math').length).toBeGreaterThanOrEqual(8);
    const text = mounted.host.textContent;
    for (const tex of [String.raw`\sigma`, String.raw`\eta`, String.raw`\beta`]) expect(text).toContain(tex);
  });

  it('has no formula that leaves its column', async () => {
    for (const patch of [
      { noise: 'masking', sparsity: 'kl', loss: 'bce' },
      { noise: 'saltPepper', codeKind: 'gaussian', loss: 'mae' },
    ] as const) {
      show(patch);
      await expect.poll(() => mounted.host.querySelectorAll('.katex-html').length).toBeGreaterThan(4);
      await document.fonts.ready;
      const column = mounted.host.getBoundingClientRect();
      await expect
        .poll(() =>
          Math.max(
            ...Array.from(
              mounted.host.querySelectorAll('.katex-html'),
              (html) => html.getBoundingClientRect().right,
            ),
          ),
        )
        .toBeLessThanOrEqual(column.right - 16);
    }
  });
});

describe('what cannot work together', () => {
  it('cannot be chosen, and a line under the control says why', async () => {
    show({ sparsity: 'kl' });
    await openAdvanced();
    const reason = /Linear, ReLU and tanh cannot be chosen: KL sparsity compares mean activations/;
    await expect.element(page.getByText(reason)).toBeVisible();
    await expect.element(choice('Code activation')).toHaveAccessibleDescription(reason);
    const options = Array.from((choice('Code activation').element() as HTMLSelectElement).options);
    expect(options.map(({ value }) => value)).toEqual([...codeActivationIds]);
    for (const { value, disabled } of options) expect(disabled).toBe(value !== 'sigmoid');
  });

  it('is free again once the cause is gone', async () => {
    show({ sparsity: 'kl' });
    await openAdvanced();
    await choice('Sparsity').selectOptions('l1');
    await expect.element(option('Code activation', 'ReLU')).toBeEnabled();
    await expect.element(page.getByText(/cannot be chosen/)).not.toBeInTheDocument();
  });

  it('is said before a choice that brings something along, and brought', async () => {
    const sentence = 'KL divergence also sets Code activation to Sigmoid.';
    await expect.element(choice('Sparsity')).toHaveAccessibleDescription(new RegExp(sentence));
    await choice('Sparsity').selectOptions('kl');
    expect(session.run.experiment.getState()).toMatchObject({ sparsity: 'kl', codeActivation: 'sigmoid' });
    await expect.element(page.getByText(sentence)).not.toBeInTheDocument();
  });

  it('is said once of all choices that bring the same along', async () => {
    show({ noise: 'block', lossOn: 'hole' });
    const sentence = 'None, Gaussian and Salt and pepper also set Loss on to Everything.';
    await expect.element(choice('Noise')).toHaveAccessibleDescription(new RegExp(sentence));
  });

  it('is not said of the classes, which go with their data set', async () => {
    show({ classes: [1, 7] });
    await expect.element(choice('Data set')).toBeVisible();
    await expect.element(page.getByText(/also sets Classes/)).not.toBeInTheDocument();
  });

  it('says under a Gaussian code why there is no sparsity penalty', async () => {
    show({ codeKind: 'gaussian' });
    await expect.element(page.getByText(/a sparsity penalty needs a deterministic code/)).toBeVisible();
  });

  it('keeps a plain code to 128 and says why; a sparse one goes up to 1,024', async () => {
    await expect.element(slider('Bottleneck size')).toHaveAttribute('max', '128');
    await expect.element(slider('Bottleneck size')).toHaveAccessibleDescription(/needs a sparsity penalty/);
    show({ sparsity: 'kl', codeSize: 1024 });
    await expect.element(slider('Bottleneck size')).toHaveAttribute('max', '1024');
    await expect.element(slider('Bottleneck size')).toHaveValue('1024');
    await expect
      .element(choice('Sparsity'))
      .toHaveAccessibleDescription(/None also sets Bottleneck size to 128/);
  });
});

describe('the sliders', () => {
  it('reach 0 exactly on a log track, by key and by value', async () => {
    show({ sparsity: 'kl', sparsityWeight: 0.0005 });
    await slider('Sparsity weight').fill('0');
    expect(session.run.experiment.getState().sparsityWeight).toBe(0);
    (slider('Sparsity weight').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(session.run.experiment.getState().sparsityWeight).toBe(0.000001);
    await userEvent.keyboard('{ArrowLeft}');
    expect(session.run.experiment.getState().sparsityWeight).toBe(0);
    await userEvent.keyboard('{End}');
    expect(session.run.experiment.getState().sparsityWeight).toBe(10);
  });

  it('take the values of the literature as they are', async () => {
    show({ codeKind: 'gaussian' });
    for (const beta of ['0', '0.25', '1', '4', '10']) {
      await slider('Beta').fill(beta);
      expect(session.run.experiment.getState().beta).toBe(Number(beta));
    }
  });
});

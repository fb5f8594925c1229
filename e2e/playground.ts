// The page as a person uses it: through roles and accessible names only (DESIGN.md, "Accessible names are a contract").
import { expect, type Locator, type Page, type Worker } from '@playwright/test';
import { readPixels, type Pixels } from './pixels';

/** The `<output>`s of the contract, and the ones that noise adds. */
export type ReadOutName =
  | 'Step'
  | 'Epoch'
  | 'Train loss'
  | 'Test loss'
  | 'Test MSE'
  | 'PCA test MSE'
  | 'Input MSE'
  | 'Mean image MSE'
  | 'Median filter MSE'
  | 'Negative ELBO'
  | 'Active units'
  | 'Images per second'
  | 'Backend';

export type RegionName =
  'Reconstructions' | 'Loss curves' | 'Latent space' | 'Drawing pad' | 'Architecture diagram';

/** A network that trains a step in a few milliseconds on any backend. */
export const tinyNetwork = 'v=1&hidden=8&codeSize=2&batchSize=16';

/** Page object of the playground. */
export class Playground {
  readonly page: Page;
  readonly train: Locator;
  readonly pause: Locator;
  readonly step: Locator;
  readonly reset: Locator;
  readonly notices: Locator;

  constructor(page: Page) {
    this.page = page;
    this.train = this.button('Train');
    this.pause = this.button('Pause');
    this.step = this.button('Step');
    this.reset = this.button('Reset');
    this.notices = page.locator('[aria-live="polite"]').getByRole('status').or(page.getByRole('alert'));
  }

  /** @param search query of a shared link, without the `?` */
  async open(search = ''): Promise<void> {
    await this.page.goto(search === '' ? '/' : `/?${search}`);
  }

  /** Opens the page and waits until the untrained network has been measured on the whole test set. */
  async openReady(search = ''): Promise<void> {
    await this.open(search);
    await this.measured(0);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true });
  }

  choice(name: string): Locator {
    return this.page.getByRole('combobox', { name, exact: true });
  }

  family(name: 'Undercomplete' | 'Sparse' | 'Denoising' | 'Variational'): Locator {
    return this.page
      .getByRole('radiogroup', { name: 'Family', exact: true })
      .getByRole('radio', { name, exact: true });
  }

  region(name: RegionName): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The canvas with this accessible name. */
  picture(name: string): Locator {
    return this.page.getByRole('img', { name, exact: true });
  }

  pixels(name: string): Promise<Pixels> {
    return readPixels(this.picture(name));
  }

  notice(text: RegExp): Locator {
    return this.notices.filter({ hasText: text });
  }

  readOut(name: ReadOutName): Locator {
    return this.page.getByRole('status', { name, exact: true });
  }

  /** The exact value of a read-out; NaN while it is empty. */
  async value(name: ReadOutName): Promise<number> {
    const text = await this.readOut(name).getAttribute('data-value');
    return text === null || text === '' ? Number.NaN : Number(text);
  }

  /** Waits until the exact value of a read-out meets a condition, and returns it. */
  async until(
    name: ReadOutName,
    condition: (value: number) => boolean,
    what: string,
    timeout = 60_000,
  ): Promise<number> {
    let value = Number.NaN;
    await expect
      .poll(async () => condition((value = await this.value(name))), {
        message: `${name} ${what}`,
        timeout,
        intervals: [100],
      })
      .toBe(true);
    return value;
  }

  /** Waits until the run is past a step, and returns its current step. */
  trainedBeyond(step: number): Promise<number> {
    return this.until('Step', (value) => value > step, `beyond ${step}`);
  }

  /** Waits until `Test MSE` covers the whole test set at the run's current step, and returns it. */
  async measured(step: number): Promise<number> {
    await expect(this.readOut('Step')).toHaveAttribute('data-value', String(step), { timeout: 60_000 });
    await this.until('Test MSE', Number.isFinite, 'is measured');
    await expect(this.readOut('Test MSE')).not.toHaveAttribute('data-older-step', { timeout: 60_000 });
    return this.value('Test MSE');
  }

  /** Presses Train (which must be visible) and waits for the first steps. */
  async startTraining(): Promise<void> {
    const before = await this.value('Step');
    await this.train.click();
    await expect(this.pause).toBeVisible();
    await this.trainedBeyond(before);
  }

  /** Presses Pause and waits until the page settles; returns the run's step. */
  async stopTraining(): Promise<number> {
    await this.pause.click();
    await expect(this.train).toBeVisible();
    return this.settledStep();
  }

  /** The step of a paused run, once every view shows that step. */
  async settledStep(): Promise<number> {
    let step = -1;
    await expect(async () => {
      step = await this.value('Step');
      await this.expectNothingOlder();
      expect(await this.value('Step')).toBe(step);
    }).toPass({ timeout: 60_000, intervals: [100] });
    return step;
  }

  /** Expects that no view is labelled with an older step. */
  private async expectNothingOlder(): Promise<void> {
    const views = [
      this.region('Reconstructions'),
      this.region('Latent space'),
      this.region('Drawing pad'),
      this.region('Architecture diagram'),
    ];
    for (const view of views) await expect(view).not.toContainText(/step \d/, { timeout: 5000 });
    const numbers = this.page.getByRole('group', { name: 'Measurements', exact: true });
    await expect(numbers.locator('[data-older-step]')).toHaveCount(0, { timeout: 5000 });
  }

  /** The engine's worker. */
  async worker(): Promise<Worker> {
    const isEngine = (worker: Worker) => /\/worker-[^/]*\.js/.test(worker.url());
    return this.page.workers().findLast(isEngine) ?? this.page.waitForEvent('worker', isEngine);
  }
}

// The page as a person sees it: by roles and accessible names alone (DESIGN.md, "Accessible names are a contract").
import { expect, type Locator, type Page, type Worker } from '@playwright/test';
import { readPixels, type Pixels } from './pixels';

/** `<output>`s of the contract, and those that came with noise. */
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

/** A network that makes a step in a few milliseconds on any backend. */
export const tinyNetwork = 'v=1&hidden=8&codeSize=2&batchSize=16';

/** The playground in one page. */
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

  /** @param search the query of a shared link, without its `?` */
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

  /** A canvas by its accessible name. */
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

  /** The exact value of a read-out; NaN while there is none. */
  async value(name: ReadOutName): Promise<number> {
    const text = await this.readOut(name).getAttribute('data-value');
    return text === null || text === '' ? Number.NaN : Number(text);
  }

  /** Waits until a read-out's exact value is as it should be, and returns it. */
  async until(
    name: ReadOutName,
    isSo: (value: number) => boolean,
    what: string,
    timeout = 60_000,
  ): Promise<number> {
    let value = Number.NaN;
    await expect
      .poll(async () => isSo((value = await this.value(name))), {
        message: `${name} ${what}`,
        timeout,
        intervals: [100],
      })
      .toBe(true);
    return value;
  }

  /** Waits until the run has passed a step, and returns the step it stands at. */
  trainedBeyond(step: number): Promise<number> {
    return this.until('Step', (value) => value > step, `beyond ${step}`);
  }

  /** Waits until `Test MSE` is that of the whole test set at the step the run stands at, and returns it. */
  async measured(step: number): Promise<number> {
    await expect(this.readOut('Step')).toHaveAttribute('data-value', String(step), { timeout: 60_000 });
    // The caption names another step for as long as the number is of other weights than those shown.
    const caption = this.page.getByRole('group', { name: 'Measurements' }).getByText(/^Test MSE(?:,|$)/);
    await expect(caption).toHaveText('Test MSE', { timeout: 60_000 });
    return this.until('Test MSE', Number.isFinite, 'is measured');
  }

  /** Presses Train (which has to be there) and waits for the first steps. */
  async startTraining(): Promise<void> {
    const before = await this.value('Step');
    await this.train.click();
    await expect(this.pause).toBeVisible();
    await this.trainedBeyond(before);
  }

  /** Presses Pause and waits until nothing moves any more; returns the step the run stands at. */
  async stopTraining(): Promise<number> {
    await this.pause.click();
    await expect(this.train).toBeVisible();
    return this.settledStep();
  }

  /** The step of a paused run, once everything that is shown belongs to it. */
  async settledStep(): Promise<number> {
    let step = -1;
    await expect(async () => {
      step = await this.value('Step');
      await this.expectNothingOlder();
      expect(await this.value('Step')).toBe(step);
    }).toPass({ timeout: 60_000, intervals: [100] });
    return step;
  }

  /** No view tells that it shows another step than the one the run stands at. */
  private async expectNothingOlder(): Promise<void> {
    const views = [
      this.region('Reconstructions'),
      this.region('Latent space'),
      this.region('Drawing pad'),
      this.region('Architecture diagram'),
      this.page.getByRole('group', { name: 'Measurements', exact: true }),
    ];
    for (const view of views) await expect(view).not.toContainText(/step \d/, { timeout: 5000 });
  }

  /** The engine's worker. */
  async worker(): Promise<Worker> {
    const isEngine = (worker: Worker) => /\/worker-[^/]*\.js/.test(worker.url());
    return this.page.workers().findLast(isEngine) ?? this.page.waitForEvent('worker', isEngine);
  }
}

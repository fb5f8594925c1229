// Checks that the experiment in the address is the one being trained, by listening to the engine's messages to the page.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { runnerImport } from 'vite';
import { wordsInCode } from '../scripts/language/words-in-code.mjs';

let reading: Promise<typeof import('./experiment-in-address')> | undefined;

function readExperiment() {
  const load = () =>
    runnerImport<typeof import('./experiment-in-address')>('./e2e/experiment-in-address.ts', {
      configFile: false,
      logLevel: 'warn',
      plugins: [wordsInCode()],
    });
  return (reading ??= load().then(({ module }) => module));
}

declare global {
  interface Window {
    /** The experiment last confirmed by an engine, by run id. */
    trainedExperiments?: Map<string, unknown>;
  }
}

/** Records the experiments that engines confirm, in every page opened from now on. */
export async function recordExperiments(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const trained = (window.trainedExperiments = new Map<string, unknown>());
    interface ComlinkMessage {
      type?: string;
      argumentList?: { value?: { type?: string; runId?: string; experiment?: unknown } }[];
    }
    const record = ({ data }: MessageEvent<ComlinkMessage>) => {
      const event = data.type === 'APPLY' ? data.argumentList?.[0]?.value : undefined;
      if (event?.runId && (event.type === 'started' || event.type === 'changed')) {
        trained.set(event.runId, event.experiment);
      }
    };
    // comlink delivers the engine's events as function calls through a port.
    const ports = MessagePort.prototype as { addEventListener: (...args: unknown[]) => void };
    const { addEventListener } = ports;
    ports.addEventListener = function (this: MessagePort, ...args: unknown[]) {
      if (args[0] === 'message') addEventListener.call(this, 'message', record);
      addEventListener.apply(this, args);
    };
  });
}

/** Fails unless some run trains the experiment in the address. Passes when there is no network to compare. */
export async function expectChosenIsTrained(page: Page): Promise<void> {
  // Not by role: a dialog may stand open, and everything behind it is inert.
  const hasRun = () =>
    page.evaluate(() => {
      const backend = document.querySelector('output[aria-label="Backend"]')?.textContent ?? 'starting';
      return (window.trainedExperiments?.size ?? 0) > 0 && !/stopped|starting/.test(backend);
    });
  if (page.isClosed() || !(await hasRun())) return;
  const { experimentInAddress } = await readExperiment();
  await expect
    .poll(async () => {
      const [search, trained] = await page.evaluate(() => [
        location.search,
        [...(window.trainedExperiments?.values() ?? [])],
      ]);
      const chosen = JSON.stringify(sorted(experimentInAddress(search)));
      return trained.some((experiment) => JSON.stringify(sorted(experiment)) === chosen);
    }, 'the experiment in the address is the one being trained')
    .toBe(true);
}

function sorted(experiment: unknown): unknown {
  return Object.entries(experiment as object).sort(([a], [b]) => (a < b ? -1 : 1));
}

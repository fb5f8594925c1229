// Set-up of every story: the playground in a page, a check for a clean console and that no request leaves the machine, and a final
// check that the chosen experiment is the one being trained.
import { test as base, type BrowserContext } from '@playwright/test';
import { Playground } from './playground';
import { expectChosenIsTrained, recordExperiments } from './trained-experiment';

export { expect } from '@playwright/test';

interface Story {
  playground: Playground;
  /** Console messages that a story provokes on purpose; any other warning or error fails it. */
  expectedNoise: RegExp | null;
  quietConsole: null;
  /** Nothing is asked of any other machine. */
  staysHere: null;
  /** Checks at the end of every story that the chosen experiment is the one being trained. */
  chosenIsTrained: null;
}

export const test = base.extend<Story>({
  playground: async ({ page }, use) => {
    await use(new Playground(page));
  },
  expectedNoise: [null, { option: true }],
  quietConsole: [
    async ({ context, expectedNoise }, use) => {
      const noise = listen(context);
      await use(null);
      const unexpected = noise.filter((text) => !expectedNoise?.test(text));
      if (unexpected.length > 0) throw new Error(`Unexpected console messages:\n${unexpected.join('\n')}`);
    },
    { auto: true },
  ],
  staysHere: [
    async ({ context }, use) => {
      const strays: string[] = [];
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        const isHere = hostname === 'localhost' || ['data:', 'blob:'].includes(protocol);
        if (!isHere) strays.push(request.url());
      });
      await use(null);
      if (strays.length > 0) throw new Error(`Requests to other machines:\n${strays.join('\n')}`);
    },
    { auto: true },
  ],
  chosenIsTrained: [
    async ({ context, page }, use, { status, expectedStatus }) => {
      await recordExperiments(context);
      await use(null);
      if (status === expectedStatus) await expectChosenIsTrained(page);
    },
    { auto: true },
  ],
});

const copyOfCanvas = /^\[\.WebGL-\w+\]GL Driver Message \(.*, Performance, .*\): GPU stall due to ReadPixels/;

/** Collects warnings, errors and uncaught exceptions of all pages and workers from now on. */
function listen(context: BrowserContext): string[] {
  const noise: string[] = [];
  context.on('console', (message) => {
    if (!['warning', 'error', 'assert'].includes(message.type())) return;
    // Playwright's own words where a story has none (playwright.config.ts).
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    // The browser's own, when it copies a canvas into a page that is not painted on the GPU (`testFlags`).
    if (copyOfCanvas.test(message.text())) return;
    noise.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => noise.push(`uncaught: ${String(webError.error())}`));
  context.on('page', (page) => page.on('crash', () => noise.push('a page crashed')));
  return noise;
}

// One pass through the whole playground for browsers that Playwright does not drive: train, resize, add noise, draw, explore,
// compare, reload, add data. Uses accessible names, as the other stories do.

/** @typedef {import('./driven').DrivenBrowser} DrivenBrowser */
/** @typedef {import('./driven').Place} Place */

/** A network that trains a step in milliseconds. */
const search = 'v=1&hidden=32&codeSize=4&batchSize=32';

/**
 * The steps of the story. Each throws on failure.
 *
 * @param {DrivenBrowser} browser
 * @param {string} url of the page
 * @returns {readonly (readonly [name: string, act: () => Promise<void>])[]}
 */
export function story(browser, url) {
  /** The exact value of a read-out; null while it is empty. @param {string} name @returns {Promise<number | null>} */
  const value = (name) =>
    browser.run(
      `(name) => {
        const text = document.querySelector('output[aria-label="' + name + '"]')?.dataset.value;
        return text ? Number(text) : null;
      }`,
      name,
    );

  /** @param {string} what @param {() => Promise<boolean>} condition @param {number} seconds */
  async function until(what, condition, seconds = 60) {
    const end = Date.now() + 1000 * seconds;
    while (!(await condition())) {
      if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Presses the first enabled element of this name. @param {string} name @param {'button' | 'a[href]'} kind */
  async function press(name, kind = 'button') {
    await until(`“${name}” is ready to press`, () =>
      browser.run(
        `({ name, kind }) => {
          const all = [...document.querySelectorAll(kind)];
          const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name && !one.disabled);
          found?.click();
          return found !== undefined;
        }`,
        { name, kind },
      ),
    );
  }

  /** The middle of the element, scrolled into view. @param {string} selector @returns {Promise<Place & { width: number, height: number }>} */
  async function placeOf(selector) {
    await until(`the page has ${selector}`, () =>
      browser.run('(selector) => document.querySelector(selector) !== null', selector),
    );
    return browser.run(
      `(selector) => {
        const element = document.querySelector(selector);
        element.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2, width, height };
      }`,
      selector,
    );
  }

  /** Whether a canvas has more than one colour. @param {string} label */
  const isDrawn = (label) =>
    browser.run(
      `(label) => {
        const canvas = document.querySelector('canvas[aria-label^="' + label + '"]');
        if (!canvas || canvas.width === 0) return false;
        const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
        const context = copy.getContext('2d');
        context.drawImage(canvas, 0, 0);
        const { data } = context.getImageData(0, 0, copy.width, copy.height);
        return data.some((byte, index) => byte !== data[index % 4]);
      }`,
      label,
    );

  /** Waits for that many more training steps. @param {number} steps */
  async function waitForSteps(steps) {
    const before = (await value('Step')) ?? 0;
    await until(`${steps} more steps`, async () => ((await value('Step')) ?? 0) >= before + steps);
  }

  /** What the network got is the stroke: some ink, most of it paper. Not asked of a browser that cannot tell. */
  async function expectStroke() {
    const pixels = await browser.sentDrawing?.();
    if (pixels === undefined) return;
    const inked = pixels?.filter((pixel) => pixel > 0).length ?? 0;
    if (inked < 40 || inked > 350)
      throw new Error(`${inked} of the 784 pixels that the network gets are inked.`);
  }

  /** The control with this label, as a JavaScript expression for the page. @param {string} label */
  const control = (label) =>
    `[...document.querySelectorAll('label')].find((one) => one.textContent.trim() === '${label}').control`;

  /** @type {readonly [string, () => Promise<void>]} */
  const quietConsole = [
    'the console was quiet',
    () => {
      const noise = browser.noise() ?? [];
      return noise.length > 0 ? Promise.reject(new Error(noise.join('\n'))) : Promise.resolve();
    },
  ];

  return [
    [
      'trains, and the loss falls',
      async () => {
        await browser.open(`${url}?${search}`);
        await until('the network is measured', async () => (await value('Test MSE')) !== null, 120);
        const untrained = (await value('Test MSE')) ?? 0;
        await press('Train');
        await waitForSteps(100);
        await until('the test error falls', async () => ((await value('Test MSE')) ?? 1) < 0.8 * untrained);
        await until('reconstructions are drawn', () => isDrawn('Reconstructed'));
      },
    ],
    [
      'dragging the bottleneck resizes the network during training',
      async () => {
        const { x, y } = await placeOf('[data-handle=top]');
        await browser.drag({ x, y }, { x, y: y - 20 }, { x, y: y - 40 });
        await until('the code is larger', () =>
          browser.run(`() => Number(${control('Bottleneck size')}.value) > 4`),
        );
        await waitForSteps(50);
      },
    ],
    [
      'adding noise shows the row of noisy images',
      async () => {
        await browser.run(`() => {
          const choice = ${control('Noise')};
          choice.value = 'gaussian';
          choice.dispatchEvent(new Event('change', { bubbles: true }));
        }`);
        await until('the noisy images are drawn', () => isDrawn('Noisy'));
        await waitForSteps(50);
      },
    ],
    [
      'a drawing goes through the network',
      async () => {
        const { x, y, width } = await placeOf('canvas[aria-label="Drawing"]');
        const [left, right, top, bottom] = [
          x - 0.25 * width,
          x + 0.2 * width,
          y - 0.25 * width,
          y + 0.3 * width,
        ];
        await browser.drag({ x: left, y: top }, { x: right, y: top }, { x, y }, { x: left, y: bottom });
        await until('its code is shown', () =>
          browser.run(`() => document.querySelector('[aria-label^="Code of the drawing"]') !== null`),
        );
        await expectStroke();
        await press('Pause');
      },
    ],
    [
      'Explore draws the latent map',
      async () => {
        await press('Explore', 'a[href]');
        await until('the map is drawn', () => isDrawn('Map of the codes'));
      },
    ],
    [
      'Compare trains all families',
      async () => {
        await press('Compare', 'a[href]');
        await press('Train the four families');
        const isTraining = () =>
          browser.run(`() => Number(document.querySelector('[role=progressbar]')?.ariaValueNow ?? 0) > 0`);
        await until('all four networks make progress', isTraining, 120);
        await press('Pause');
      },
    ],
    [
      'a reload restores the workspace and the settings',
      async () => {
        await browser.reload();
        await until('the title is restored', () => browser.run(`() => /Compare/.test(document.title)`));
        const address = /** @type {string} */ (await browser.run('() => location.href'));
        if (!address.includes('noise=gaussian') || !address.includes('#compare')) {
          throw new Error(`The address is ${address}.`);
        }
        await press('Train', 'a[href]');
        await until('the network is measured', async () => (await value('Test MSE')) !== null, 120);
      },
    ],
    [
      'a table of the person becomes a data set that trains',
      async () => {
        await press('Add data');
        await until('the dialog asks for files', () =>
          browser.run(
            `(table) => {
              const field = document.querySelector('dialog[open] input[type=file]');
              if (!field) return false;
              const chosen = new DataTransfer();
              chosen.items.add(new File([table], 'waves.csv'));
              field.files = chosen.files;
              field.dispatchEvent(new Event('change', { bubbles: true }));
              return true;
            }`,
            waveTable(),
          ),
        );
        await press('Use this data');
        await until('the address names the data set', () =>
          browser.run('() => /dataset=own/.test(location.search) && !document.querySelector("dialog[open]")'),
        );
        await until('the network is measured', async () => (await value('Test MSE')) !== null);
        await press('Train');
        await until('it trains', async () => ((await value('Step')) ?? 0) > 0);
        await press('Pause');
      },
    ],
    ...(browser.noise() === null ? [] : [quietConsole]),
  ];
}

/** A CSV table of 80 waves, 24 values each, with a class. */
function waveTable() {
  const rows = Array.from({ length: 80 }, (_, row) => {
    const wave = Array.from({ length: 24 }, (_, at) => Math.sin(at / (2 + (row % 5)) + row).toFixed(3));
    return [...wave, row % 2 === 0 ? 'even' : 'odd'].join(',');
  });
  return rows.join('\n');
}

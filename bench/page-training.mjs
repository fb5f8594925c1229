// Operates a loaded page for the benches: trains, draws strokes, and records its main thread and its drawing.

/** @typedef {import('playwright').Page} Page */

/** Starts training, and waits for the first step. @param {Page} page */
export async function train(page) {
  await page.getByRole('button', { name: 'Train', exact: true }).and(page.locator(':enabled')).click();
  await page.waitForFunction(
    () => Number(document.querySelector('output[aria-label="Step"]')?.getAttribute('data-value')) > 0,
  );
}

/**
 * Trains the four families for the largest number of epochs offered; in place of those that train, where some do.
 * @param {Page} page
 */
export async function trainFamilies(page) {
  const stop = page.getByRole('button', { name: 'Stop', exact: true });
  if (await stop.isEnabled()) await stop.click();
  const start = page.getByRole('button', { name: 'Train the four families', exact: true });
  await start.and(page.locator(':enabled')).waitFor();
  await page.getByRole('radiogroup', { name: 'Epochs' }).getByRole('radio').last().click();
  await start.click();
  await page.getByRole('img', { name: 'Reconstructed by Variational', exact: true }).waitFor();
}

/** How far each of the families is, in per cent, as their cards say. @param {Page} page */
export async function familyProgress(page) {
  const bars = await page.getByRole('progressbar', { name: /^Progress of / }).all();
  return Promise.all(bars.map(async (bar) => Number(await bar.getAttribute('aria-valuenow'))));
}

/** Draws strokes for a while and returns the ms from ink to answer, as measured by the page. @param {Page} page */
export async function strokeLatencies(page) {
  const pad = page.getByRole('img', { name: 'Drawing', exact: true });
  const box = await pad.boundingBox();
  if (!box) throw new Error('the page has no drawing pad');
  await page.evaluate(() => performance.clearMeasures('drawing'));
  for (let stroke = 0; stroke < 5; stroke++) {
    const clear = page.getByRole('button', { name: 'Clear drawing' });
    if (await clear.isEnabled()) await clear.click();
    for (let i = 0; i <= 30; i++) {
      const angle = (i / 30) * 2 * Math.PI + stroke;
      const x = box.x + box.width * (0.5 + 0.25 * Math.cos(angle));
      const y = box.y + box.height * (0.5 + 0.3 * Math.sin(angle * 2));
      await page.mouse.move(x, y);
      if (i === 0) await page.mouse.down();
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
  }
  return page.evaluate(() => performance.getEntriesByName('drawing').map(({ duration }) => duration));
}

/** Long tasks and frames of the page's main thread. @param {Page} page @param {number} forMs */
export async function watchThread(page, forMs) {
  return page.evaluate(async (ms) => {
    /** @type {number[]} */
    const tasks = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((e) => e.duration)),
    );
    observer.observe({ type: 'longtask' });
    /** @type {number[]} */
    const frames = [];
    const started = performance.now();
    let last = started;
    while (last - started < ms) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    observer.disconnect();
    const images = document.querySelector('output[aria-label="Images per second"]');
    return {
      tasksOver50Ms: tasks.length,
      // the browser does not report tasks below 50 ms
      longestTaskMs: Math.max(0, ...tasks),
      longestFrameMs: Math.round(Math.max(...frames)),
      framesPerSecond: Math.round((100_000 * frames.length) / (last - started)) / 100,
      imagesPerSecond: Math.round(Number(images?.getAttribute('data-value'))),
    };
  }, forMs);
}

/**
 * From the next navigation on, counts what is drawn per panel (writes to canvases, changes of elements) and whether the panel
 * was in the window. The event `bench-hide` simulates a background tab (Playwright keeps every page visible).
 *
 * @param {Page} page
 */
export async function countDrawing(page) {
  await page.addInitScript(() => {
    /** @type {Record<string, { panel: string, seen: boolean, canvas: number, elements: number }>} */
    const drawn = {};
    /** @param {Node | null} node @param {'canvas' | 'elements'} what */
    const note = (node, what) => {
      const panel = (node instanceof Element ? node : node?.parentElement)?.closest('main section');
      if (!panel) return;
      const { top, bottom } = panel.getBoundingClientRect();
      const seen = !document.hidden && top < innerHeight && bottom > 0;
      const name = panel.querySelector('h2')?.textContent ?? '';
      const entry = (drawn[`${name} ${seen}`] ??= { panel: name, seen, canvas: 0, elements: 0 });
      entry[what]++;
    };
    const { prototype } = CanvasRenderingContext2D;
    for (const method of /** @type {const} */ (['putImageData', 'clearRect', 'fill', 'fillRect'])) {
      const original = /** @type {(...args: unknown[]) => void} */ (Reflect.get(prototype, method));
      Object.assign(prototype, {
        /** @this {CanvasRenderingContext2D} @param {unknown[]} args */
        [method](...args) {
          note(this.canvas, 'canvas');
          original.apply(this, args);
        },
      });
    }
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver((changes) => changes.forEach(({ target }) => note(target, 'elements'))).observe(
        document.body,
        { subtree: true, childList: true, characterData: true, attributes: true },
      );
    });
    addEventListener('bench-hide', () => {
      Object.defineProperty(document, 'hidden', { get: () => true });
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    Object.assign(window, { benchDrawn: drawn });
  });
}

/** What was drawn per second, and how long the page's main thread worked. @param {Page} page @param {number} forMs */
export async function drawingOver(page, forMs) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busySeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    /** @param {string} key */
    const metric = (key) => metrics.find(({ name }) => name === key)?.value ?? Number.NaN;
    return { script: metric('ScriptDuration'), all: metric('TaskDuration') };
  };
  const take = () =>
    page.evaluate(() => {
      const drawn =
        /** @type {{ benchDrawn: Record<string, { panel: string, seen: boolean, canvas: number, elements: number }> }} */ (
          /** @type {unknown} */ (window)
        ).benchDrawn;
      const taken = Object.values(drawn);
      Object.keys(drawn).forEach((key) => Reflect.deleteProperty(drawn, key));
      return taken;
    });
  await take();
  const before = await busySeconds();
  await page.waitForTimeout(forMs);
  const after = await busySeconds();
  const drawn = await take();
  const seconds = forMs / 1000;
  /** @param {boolean} seen */
  const perSecond = (seen) => {
    const chosen = drawn.filter((one) => one.seen === seen);
    /** @param {'canvas' | 'elements'} what */
    const rate = (what) => Math.round((10 * chosen.reduce((sum, one) => sum + one[what], 0)) / seconds) / 10;
    return {
      canvasWrites: rate('canvas'),
      elementChanges: rate('elements'),
      panels: chosen.map(({ panel }) => panel),
    };
  };
  return {
    scriptMsPerSecond: Math.round((1000 * (after.script - before.script)) / seconds),
    busyMsPerSecond: Math.round((1000 * (after.all - before.all)) / seconds),
    inViewPerSecond: perSecond(true),
    outOfViewPerSecond: perSecond(false),
  };
}

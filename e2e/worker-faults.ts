// Engine workers that begin in a poorer browser: their script is served with a few lines before its own.
import type { Page } from '@playwright/test';

/** Runs `before` at the beginning of every engine worker that the page starts from now on. It must stand for itself. */
export async function startWorkersWith(page: Page, before: () => void): Promise<void> {
  await page.route(/\/assets\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${before.toString()})();\n${await response.text()}` });
  });
}

/** For `startWorkersWith`: keeps the worker's first WebGL context where `loseContext` finds it. */
export function keepContext(): void {
  const scope = globalThis as { engineContext?: unknown };
  const { getContext } = OffscreenCanvas.prototype as { getContext: (...given: unknown[]) => unknown };
  Object.assign(OffscreenCanvas.prototype, {
    getContext(this: OffscreenCanvas, ...given: unknown[]) {
      const context = getContext.apply(this, given);
      if (given[0] === 'webgl2') scope.engineContext ??= context;
      return context;
    },
  });
}

/** For `worker.evaluate`: takes the kept context away, as a driver does that has crashed. */
export function loseContext(): void {
  const { engineContext } = globalThis as { engineContext?: WebGL2RenderingContext };
  if (!engineContext) throw new Error('The engine has made no WebGL context.');
  engineContext.getExtension('WEBGL_lose_context')?.loseContext();
}

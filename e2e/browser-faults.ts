// Faults of the browser. An engine worker meets them by a few lines before its own script, the page by an init script.
import type { Page } from '@playwright/test';

/** Runs `before` at the beginning of every engine worker that the page starts from now on. It must stand for itself. */
export async function startWorkersWith(page: Page, before: () => void): Promise<void> {
  await page.route(/\/assets\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${before.toString()})();\n${await response.text()}` });
  });
}

/** For `startWorkersWith` and `addInitScript`: keeps the first WebGL context that is made where `loseContext` finds it. */
export function keepContext(): void {
  const scope = globalThis as unknown as Record<string, { prototype: object } | undefined> & {
    keptContext?: unknown;
  };
  // A worker knows no HTMLCanvasElement.
  for (const canvas of [scope['HTMLCanvasElement'], scope['OffscreenCanvas']]) {
    if (!canvas) continue;
    const { getContext } = canvas.prototype as { getContext: (...given: unknown[]) => unknown };
    Object.assign(canvas.prototype, {
      getContext(this: unknown, ...given: unknown[]) {
        const context = getContext.apply(this, given);
        if (String(given[0]).startsWith('webgl')) scope.keptContext ??= context;
        return context;
      },
    });
  }
}

/** For `evaluate`: takes the kept context away, as a driver does that has crashed. */
export function loseContext(): void {
  const { keptContext } = globalThis as { keptContext?: WebGLRenderingContext };
  if (!keptContext) throw new Error('No WebGL context has been made.');
  keptContext.getExtension('WEBGL_lose_context')?.loseContext();
}

// Simulated browser faults, injected into a worker before its own script and into the page by an init script.
import type { Page } from '@playwright/test';

/** Runs `before` at the start of every worker that the page creates from now on. It must be self-contained. */
export async function startWorkersWith(page: Page, before: () => void): Promise<void> {
  await page.route(/\/assets\/(analysis-)?worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${before.toString()})();\n${await response.text()}` });
  });
}

/** For `startWorkersWith` and `addInitScript`: keeps the first WebGL context, for `loseContext`. */
export function keepContext(): void {
  const scope = globalThis as unknown as Record<string, { prototype: object } | undefined> & {
    keptContext?: unknown;
  };
  // Workers have no HTMLCanvasElement.
  for (const canvas of [scope['HTMLCanvasElement'], scope['OffscreenCanvas']]) {
    if (!canvas) continue;
    const { getContext } = canvas.prototype as { getContext: (...args: unknown[]) => unknown };
    Object.assign(canvas.prototype, {
      getContext(this: unknown, ...args: unknown[]) {
        const context = getContext.apply(this, args);
        if (String(args[0]).startsWith('webgl')) scope.keptContext ??= context;
        return context;
      },
    });
  }
}

/** For `evaluate`: loses the kept context, as a driver crash would. */
export function loseContext(): void {
  const { keptContext } = globalThis as { keptContext?: WebGLRenderingContext };
  if (!keptContext) throw new Error('No WebGL context has been created.');
  keptContext.getExtension('WEBGL_lose_context')?.loseContext();
}

/**
 * For `startWorkersWith` and `addInitScript`: disables what browsers deny to pages with blocked site data, and what policies
 * and old browsers lack.
 */
export function refuseFeatures(): void {
  const denied = () => new DOMException('Access is denied for this document.', 'SecurityError');
  const refuse = () => Promise.reject(denied());
  const makeThrow = (target: object, name: string) =>
    Object.defineProperty(target, name, {
      get() {
        throw denied();
      },
    });
  makeThrow(globalThis, 'indexedDB');
  makeThrow(globalThis, 'caches');
  if ('document' in globalThis) {
    makeThrow(globalThis, 'localStorage');
    makeThrow(globalThis, 'sessionStorage');
    Object.assign(Clipboard.prototype, { writeText: refuse });
    Object.defineProperty(navigator, 'wakeLock', { value: { request: refuse } });
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  }
  Object.assign(LockManager.prototype, { request: refuse, query: refuse });
  Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
}

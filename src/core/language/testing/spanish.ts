// The page in Spanish, for tests: the catalogs as they are on disk, compiled as the build does.
import { readdirSync, readFileSync } from 'node:fs';
import type { Messages } from '@lingui/core';
import { formatter } from '@lingui/format-po';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { afterAll, beforeAll, vi } from 'vitest';

const folder = new URL('../../../locales/', import.meta.url);

async function catalog(name: string): Promise<Messages> {
  const file = new URL(`${name}/es.po`, folder);
  const context = { locale: 'es', sourceLocale: 'en', filename: file.pathname };
  const entries = Object.entries(await formatter().parse(readFileSync(file, 'utf8'), context));
  return Object.fromEntries(entries.map(([id, { translation }]) => [id, compileMessage(translation)]));
}

/**
 * Runs the tests of a file on a page that started in Spanish. Constants get their words when their module loads, and test files share
 * their modules: what the tests use has to be imported in them, after this, and is forgotten when they end.
 */
export function inSpanish(): void {
  beforeAll(async () => {
    vi.resetModules();
    const { i18n } = await import('../i18n');
    const { rememberWords } = await import('../english');
    rememberWords();
    const catalogs = await Promise.all(readdirSync(folder).map(catalog));
    i18n.loadAndActivate({ locale: 'es', messages: Object.assign({}, ...catalogs) as Messages });
  });
  afterAll(() => {
    vi.resetModules();
  });
}

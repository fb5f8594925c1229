// The page in Spanish, for tests: the catalogs as they are on disk, compiled as the build does.
import { readdirSync, readFileSync } from 'node:fs';
import type { Messages } from '@lingui/core';
import { formatter } from '@lingui/format-po';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { rememberWords } from '../english';
import { i18n } from '../i18n';

const folder = new URL('../../../locales/', import.meta.url);

async function catalog(name: string): Promise<Messages> {
  const file = new URL(`${name}/es.po`, folder);
  const context = { locale: 'es', sourceLocale: 'en', filename: file.pathname };
  const entries = Object.entries(await formatter().parse(readFileSync(file, 'utf8'), context));
  return Object.fromEntries(entries.map(([id, { translation }]) => [id, compileMessage(translation ?? '')]));
}

/** To be called before the modules with words are imported: their constants are said when they load. Leaves Spanish active. */
export async function speakSpanish(): Promise<void> {
  rememberWords();
  const catalogs = await Promise.all(readdirSync(folder).map(catalog));
  i18n.loadAndActivate({ locale: 'es', messages: Object.assign({}, ...catalogs) as Messages });
}

// A text that names a control calls it what stands on it, in every language: in **bold** (lessons), in quotes, and after "Press".
import { readFileSync, readdirSync } from 'node:fs';
import { formatter } from '@lingui/format-po';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/locales/', import.meta.url);
const po = formatter();
const others = readdirSync(new URL('shell/', folder))
  .map((file) => file.replace('.po', ''))
  .filter((locale) => locale !== 'en');

/** The same in every language, so that no catalog holds them. */
const names = new Set(['L1', 'ReLU', 'PCA']);

/** Keys, not controls. */
const keys = new Set(['Enter', 'Escape', 'Space']);

/** @typedef {{ message: string, translation: string }} Words */

/** @param {string} locale @returns {Promise<Words[]>} */
async function read(locale) {
  const catalogs = readdirSync(folder).map(async (catalog) => {
    const file = new URL(`${catalog}/${locale}.po`, folder);
    const context = { locale, sourceLocale: 'en', filename: file.pathname };
    const entries = Object.entries(await po.parse(readFileSync(file, 'utf8'), context));
    return entries.map(([id, { message, translation }]) => ({
      message: message ?? id,
      translation,
    }));
  });
  return (await Promise.all(catalogs)).flat();
}

/** Names in bold, and names in quotes: these begin with a capital, other quoted words do not. @param {string} text */
function marked(text) {
  return [...text.matchAll(/\*\*(.+?)\*\*|[“«](\p{Lu}[^”»]*)[”»]/gu)]
    .map(([, bold, quoted = '']) => bold ?? quoted)
    .filter((name) => !/^(\d+|\{\w+\})$/.test(name));
}

const escaped = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * What a label is called in the other language: of `Layer 1` that is `Capa 1`, by `Layer {layer}`. Empty: no such label.
 * @param {string} name @param {Words[]} messages
 */
function labels(name, messages) {
  if (names.has(name)) return [name];
  const exact = messages.filter(({ message }) => message === name);
  if (exact.length > 0) return exact.map(({ translation }) => translation);
  return messages.flatMap(({ message, translation }) => {
    if (!/^[^{}]*\p{L}[^{}]* \{\w+\}$/u.test(message)) return [];
    const [, value] = new RegExp(`^${escaped(message).replace(/\\\{\w+\\\}/, '(\\w+)')}$`).exec(name) ?? [];
    return value === undefined ? [] : [translation.replace(/\{\w+\}/, value)];
  });
}

/** The longest label right after "Press", where a sentence says so. @param {string} text @param {Set<string>} all */
function pressed(text, all) {
  return [...text.matchAll(/\b[Pp]ress (?=(\p{Lu}[^.:;,(]*))/gu)].map(([, rest = '']) => {
    const words = rest.trim().split(' ');
    const ends = words.map((_, at) => words.slice(0, words.length - at).join(' '));
    return ends.find((name) => all.has(name)) ?? rest;
  });
}

describe.each(others)('in %s', (locale) => {
  it('a text quotes controls by the words that stand on them', async () => {
    const messages = await read(locale);
    const wrong = messages.flatMap(({ message, translation }) => {
      const quoted = marked(message);
      const said = marked(translation);
      const lacks = quoted.filter((name) => !labels(name, messages).some((label) => said.includes(label)));
      return lacks.length > 0 || quoted.length !== said.length ? [{ lacks, message, translation }] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('a text says which button to press by the word that stands on it', async () => {
    const messages = await read(locale);
    const all = new Set(messages.map(({ message }) => message));
    const wrong = messages.flatMap(({ message, translation }) => {
      const lacks = pressed(message, all).filter(
        (name) => !keys.has(name) && !labels(name, messages).some((label) => translation.includes(label)),
      );
      return lacks.length > 0 ? [{ lacks, message, translation }] : [];
    });
    expect(wrong).toEqual([]);
  });
});

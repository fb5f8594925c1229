// Every message has its words in every language, with the same values and elements as the English one.
import { readFileSync, readdirSync } from 'node:fs';
import { formatter } from '@lingui/format-po';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/locales/', import.meta.url);
const po = formatter();
const locales = readdirSync(new URL('shell/', folder)).map((file) => file.replace('.po', ''));
const others = locales.filter((locale) => locale !== 'en');

/** What samples are called: another language may say it without a word. */
const sampleWords = ['a', 'one', 'many', 'value', 'values'];

/** A message under an id of its own stands by that id: its English words are elsewhere. @param {string} catalog @param {string} locale */
async function read(catalog, locale) {
  const file = new URL(`${catalog}/${locale}.po`, folder);
  const context = { locale, sourceLocale: 'en', filename: file.pathname };
  const entries = Object.entries(await po.parse(readFileSync(file, 'utf8'), context));
  return entries.map(([id, entry]) => ({
    ...entry,
    message: entry.message ?? id,
    isById: entry.message === undefined,
  }));
}

/**
 * The values of a message, and its elements, sorted. Each counts once: a plural may say a value in one form and not in another.
 * @param {string} message
 */
function partsOf(message) {
  /** @type {Set<string>} */
  const parts = new Set(message.match(/<\/?\d+\/?>/g) ?? []);
  /** @param {unknown} piece */
  const visit = (piece) => {
    if (!Array.isArray(piece)) return;
    const [name, type, forms] = piece;
    if (typeof name === 'string') parts.add(type === undefined ? name : `${name}, ${type}`);
    if (typeof forms === 'object' && forms !== null)
      for (const form of Object.values(forms)) if (Array.isArray(form)) form.forEach(visit);
  };
  compileMessage(message).forEach(visit);
  return [...parts].sort();
}

/** Short forms keep their full stop. */
const abbreviated = /(entren|d\. t)\.$/;

it('every catalog has a file for every language', () => {
  for (const catalog of readdirSync(folder))
    expect(readdirSync(new URL(catalog, folder)).sort()).toEqual(
      locales.map((locale) => `${locale}.po`).sort(),
    );
});

describe.each(others)('in %s', (locale) => {
  it.each(readdirSync(folder))(
    'the words of %s are complete, with the values of the English ones',
    async (catalog) => {
      const messages = await read(catalog, locale);
      const lacking = messages.filter(({ translation }) => !translation).map(({ message }) => message);
      expect(lacking).toEqual([]);
      const wrong = messages.filter(({ message, translation }) => {
        const [english, said] = [partsOf(message), partsOf(translation)];
        const lost = english.filter((part) => !said.includes(part) && !sampleWords.includes(part));
        return lost.length > 0 || said.some((part) => !english.includes(part));
      });
      expect(wrong.map(({ message, translation }) => [message, translation])).toEqual([]);
    },
  );

  it.each(readdirSync(folder))(
    'no message of %s begins or ends with a space that the English one lacks',
    async (catalog) => {
      const messages = await read(catalog, locale);
      const ends = (/** @type {string | undefined} */ text = '') => [/^\s/.test(text), /\s$/.test(text)];
      const wrong = messages.filter(
        ({ message, translation }) => String(ends(message)) !== String(ends(translation)),
      );
      expect(wrong.map(({ translation }) => translation)).toEqual([]);
    },
  );

  it.each(readdirSync(folder))(
    'the texts of %s end in the mark of the English ones, and have single spaces and «quotes»',
    async (catalog) => {
      const messages = await read(catalog, locale);
      const end = (/** @type {string | undefined} */ text = '') => /[.?!:…]$/.exec(text)?.[0] ?? '';
      const wrong = messages.filter(
        ({ message, translation, isById }) =>
          (!isById && end(message) !== end(translation) && !abbreviated.test(translation)) ||
          (/ {2}/.test(translation) && !/ {2}/.test(message)) ||
          /[“”]/.test(translation) ||
          translation.includes('?') !== translation.includes('¿'),
      );
      expect(wrong.filter(({ translation }) => !/ \?$|\( \? \)/.test(translation))).toEqual([]);
    },
  );

  // They are loaded together, by message.
  it('a message has the same words in every catalog', async () => {
    /** @type {Map<string, Set<string>>} */
    const said = new Map();
    for (const catalog of readdirSync(folder))
      for (const { message, context = '', translation } of await read(catalog, locale)) {
        const key = `${context}: ${message}`;
        if (translation) said.set(key, (said.get(key) ?? new Set()).add(translation));
      }
    expect([...said].filter(([, translations]) => translations.size > 1)).toEqual([]);
  });
});

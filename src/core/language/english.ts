// Files speak English whatever the page speaks (decision 0032): they are read elsewhere, by others and by programs. Words of the page
// that go into one are taken back to English here, by what the page remembers of its own translating.
import { setupI18n, type MessageDescriptor } from '@lingui/core';
import { i18n } from './i18n';
import { hasDecimalComma } from './languages';

type Values = NonNullable<MessageDescriptor['values']>;

/** Puts a text that was translated into English. */
type Original = () => string;

/** Texts without values: as many as there are messages at most. */
const plain = new Map<string, Original>();
/** Texts with values, the latest last. Those that changed with every step are let go of. */
const filled = new Map<string, Original>();
const mostFilled = 4000;
/** What a person has named stays, even where the page has a word that looks the same. */
const given = new Set<string>();

const english = setupI18n({ locale: 'en', messages: { en: {} } });

/** Between the pieces of names that are put together: `denoising + L1 sparse · code 16`. */
const joints = [' · ', ' + ', ', '];

/** From now on the page can tell what it has said in English. Called once, before any module with words is loaded. */
export function rememberWords(): void {
  const translate = i18n._.bind(i18n);
  i18n._ = (descriptor: MessageDescriptor | string, ...rest: unknown[]) => {
    const text = translate(descriptor as string, ...(rest as []));
    if (typeof descriptor === 'object' && i18n.locale !== 'en') noteTranslation(text, descriptor);
    return text;
  };
}

function noteTranslation(text: string, { id, message, values }: MessageDescriptor): void {
  if (!id || message === undefined) return;
  const original = () => english._({ id, message, ...(values && { values: inEnglishAll(values, text) }) });
  if (values === undefined) noteWord(text, original);
  else {
    filled.delete(text);
    filled.set(text, original);
    if (filled.size > mostFilled) filled.delete(filled.keys().next().value ?? text);
  }
}

/** For a word that is looked up by another key than its message. */
export function noteWord(text: string, original: Original): void {
  plain.set(text, original);
}

/** What a person has named: the classes of their own data. */
export function keepAsGiven(names: Iterable<string>): void {
  for (const name of names) given.add(name);
}

/** @param whole what they stand in: a value that is all of it has no shorter original */
function inEnglishAll(values: Values, whole: string): Values {
  const original = (value: unknown) =>
    typeof value === 'string' && value !== whole ? englishOf(value) : value;
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, original(value)]));
}

/** The text in English where the page has said it; otherwise as it is, numbers apart: their marks are those of English. */
export function englishOf(text: string): string {
  if (plain.size + filled.size === 0 || given.has(text)) return text;
  const original = plain.get(text) ?? filled.get(text);
  if (original) return original();
  for (const joint of joints) {
    if (text.includes(joint)) return text.split(joint).map(englishOf).join(joint);
  }
  const counted = /^(.+) (\d+)$/.exec(text);
  if (counted?.[1] !== undefined) return `${englishOf(counted[1])} ${counted[2]}`;
  return isNumber(text) && hasDecimalComma() ? withEnglishMarks(text) : capitalised(text);
}

/** A word of which the first letter was made a capital. */
function capitalised(text: string): string {
  const word = text.charAt(0).toLowerCase() + text.slice(1);
  const original = word === text ? undefined : (plain.get(word) ?? filled.get(word));
  if (!original) return text;
  const said = original();
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** `−0,05`, `10.000`, `12 %` */
function isNumber(text: string): boolean {
  return /^[±+\-−]?\d[\d.,]*\D{0,3}$/.test(text);
}

function withEnglishMarks(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
}

/** What is written meanwhile says its sentences and numbers in English. Words that are constants of a module need `englishOf` too. */
export function inEnglish<T>(write: () => T): T {
  const { locale, messages } = i18n;
  if (locale === 'en') return write();
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  try {
    return write();
  } finally {
    i18n.loadAndActivate({ locale, messages });
  }
}

import { afterEach, beforeAll, expect, it } from 'vitest';
import { englishOf, inEnglish, keepAsGiven, rememberWords } from './english';
import { i18n } from './i18n';

const messages = {
  code: 'código',
  sparse: 'disperso',
  sparseWith: ['disperso ', ['penalty']],
  testLoss: 'Pérdida de prueba',
  at: [['name'], ' con ', ['size']],
  cat: 'gato',
} as const;

beforeAll(rememberWords);
afterEach(() => i18n.activate('en'));

function speakSpanish(): void {
  i18n.loadAndActivate({ locale: 'es', messages: messages as never });
}

const say = (id: string, message: unknown, values?: Record<string, unknown>) =>
  i18n._({ id, message: message as string, ...(values && { values }) });

it('takes what the page has said back to English', () => {
  speakSpanish();
  expect(say('testLoss', ['Test loss'])).toBe('Pérdida de prueba');
  expect(englishOf('Pérdida de prueba')).toBe('Test loss');
  expect(englishOf('Nunca dicho')).toBe('Nunca dicho');
});

it('takes back the values in a text too, words and numbers', () => {
  speakSpanish();
  const name = say('sparse', ['sparse']);
  const text = say('at', [['name'], ' at ', ['size']], { name, size: '10.000,5' });
  expect(text).toBe('disperso con 10.000,5');
  expect(englishOf(text)).toBe('sparse at 10,000.5');
});

it('takes back names that are put together, counted, or begin with a capital', () => {
  speakSpanish();
  say('sparse', ['sparse']);
  say('code', ['code']);
  expect(englishOf('Disperso + código · nunca 7')).toBe('Sparse + code · nunca 7');
  expect(englishOf('código 2')).toBe('code 2');
});

it('leaves what a person has named', () => {
  speakSpanish();
  say('cat', ['cat']);
  expect(englishOf('gato')).toBe('cat');
  keepAsGiven(['gato']);
  expect(englishOf('gato')).toBe('gato');
});

it('leaves numbers on a page in English', () => {
  expect(englishOf('1.5')).toBe('1.5');
});

it('writes in English for a moment', () => {
  speakSpanish();
  expect(inEnglish(() => say('sparse', ['sparse']))).toBe('sparse');
  expect(() =>
    inEnglish(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(say('sparse', ['sparse'])).toBe('disperso');
});

import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';

const messages = {
  code: 'código',
  sparse: 'disperso',
  testLoss: 'Pérdida de prueba',
  at: [['name'], ' con ', ['size']],
  cat: 'gato',
} as const;

/** A page of its own: what it remembers would otherwise reach other tests, which share their modules. */
async function startPage() {
  vi.resetModules();
  const { i18n } = await import('./i18n');
  const { englishOf, inEnglish, keepAsGiven, rememberWords } = await import('./english');
  rememberWords();
  return {
    ...{ englishOf, inEnglish, keepAsGiven },
    speakSpanish: () => i18n.loadAndActivate({ locale: 'es', messages: messages as never }),
    say: (id: string, message: unknown, values?: Record<string, unknown>) =>
      i18n._({ id, message: message as string, ...(values && { values }) }),
    speakEnglish: () => i18n.activate('en'),
  };
}

let page: Awaited<ReturnType<typeof startPage>>;
beforeEach(async () => {
  page = await startPage();
});
afterEach(() => page.speakEnglish());
afterAll(() => {
  vi.resetModules();
});

it('takes what the page has said back to English', () => {
  page.speakSpanish();
  expect(page.say('testLoss', ['Test loss'])).toBe('Pérdida de prueba');
  expect(page.englishOf('Pérdida de prueba')).toBe('Test loss');
  expect(page.englishOf('Nunca dicho')).toBe('Nunca dicho');
});

it('takes back the values in a text too, words and numbers', () => {
  page.speakSpanish();
  const name = page.say('sparse', ['sparse']);
  const text = page.say('at', [['name'], ' at ', ['size']], { name, size: '10.000,5' });
  expect(text).toBe('disperso con 10.000,5');
  expect(page.englishOf(text)).toBe('sparse at 10,000.5');
});

it('takes back names that are put together, counted, or begin with a capital', () => {
  page.speakSpanish();
  page.say('sparse', ['sparse']);
  page.say('code', ['code']);
  expect(page.englishOf('Disperso + código · nunca 7')).toBe('Sparse + code · nunca 7');
  expect(page.englishOf('código 2')).toBe('code 2');
});

it('leaves what a person has named', () => {
  page.speakSpanish();
  page.say('cat', ['cat']);
  expect(page.englishOf('gato')).toBe('cat');
  page.keepAsGiven(['gato']);
  expect(page.englishOf('gato')).toBe('gato');
});

it('leaves numbers on a page in English', () => {
  expect(page.englishOf('1.5')).toBe('1.5');
});

it('writes in English for a moment', () => {
  page.speakSpanish();
  expect(page.inEnglish(() => page.say('sparse', ['sparse']))).toBe('sparse');
  expect(() =>
    page.inEnglish(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(page.say('sparse', ['sparse'])).toBe('disperso');
});

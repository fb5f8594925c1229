import { expect, test } from 'vitest';
import { languageFor } from './languages';

test('the page speaks the first of the browser’s languages that it knows, else English', () => {
  expect(languageFor(['es'])).toBe('es');
  expect(languageFor(['es-MX', 'en'])).toBe('es');
  expect(languageFor(['ES-419'])).toBe('es');
  expect(languageFor(['fr-FR', 'en-US', 'es'])).toBe('en');
  expect(languageFor(['fr', 'pt-BR', 'es-AR'])).toBe('es');
  expect(languageFor(['de'])).toBe('en');
  expect(languageFor(['est'])).toBe('en');
  expect(languageFor([])).toBe('en');
});

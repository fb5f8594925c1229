import { afterEach, expect, it } from 'vitest';
import { dayText, listText, longDayText, timeText } from './formats';
import { i18n } from './i18n';

afterEach(() => i18n.activate('en'));

const at = new Date(2026, 10, 29, 14, 5);

it('writes lists and dates as in Britain', () => {
  expect(listText(['a', 'b', 'c'])).toBe('a, b and c');
  expect(dayText(at)).toBe('29 Nov 2026');
  expect(longDayText(at)).toBe('29 November 2026');
  expect(timeText(at)).toBe('14:05');
});

it('writes them as the language of the page does', () => {
  i18n.loadAndActivate({ locale: 'es', messages: {} });
  expect(listText(['a', 'b', 'c'])).toBe('a, b y c');
  // “e” before the sound of “i”.
  expect(listText(['PCA', 'identidad'])).toBe('PCA e identidad');
  expect(longDayText(at)).toBe('29 de noviembre de 2026');
});

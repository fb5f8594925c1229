// Lists and dates as the language of the page writes them. English is British, as its words are.
import { formatLocale } from './languages';

/** `a`, `a and b`, `a, b and c` */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(items);
}

const days = { day: 'numeric', year: 'numeric' } as const;

/** `29 Nov 2026` */
export function dayText(date: Date | number): string {
  return new Intl.DateTimeFormat(formatLocale(), { ...days, month: 'short' }).format(date);
}

/** `29 November 2026` */
export function longDayText(date: Date | number): string {
  return new Intl.DateTimeFormat(formatLocale(), { ...days, month: 'long' }).format(date);
}

/** `14:05` */
export function timeText(date: Date | number): string {
  return new Intl.DateTimeFormat(formatLocale(), { hour: '2-digit', minute: '2-digit' }).format(date);
}

import { expect, it } from 'vitest';
import { startScrolling, type ScrolledPage } from './scrolling';

it('a page that a link opens begins at its top; tabs, and Back, leave the place to the reader', () => {
  const location = { hash: '' };
  let tops = 0;
  let go: (navigationType: NavigationType, hash: string) => number = () => NaN;
  const addEventListener = (_: string, listener: (event: NavigationCurrentEntryChangeEvent) => void) => {
    go = (navigationType, hash) => {
      location.hash = hash;
      tops = 0;
      listener({ navigationType } as NavigationCurrentEntryChangeEvent);
      return tops;
    };
  };
  const page = { location, navigation: { addEventListener }, scrollTo: () => tops++ };
  startScrolling(page as unknown as ScrolledPage);
  expect(go('push', '#train')).toBe(0);
  expect(go('push', '#learn')).toBe(1);
  expect(go('push', '#learn/encoder-decoder')).toBe(1);
  expect(go('push', '#learn/bottleneck')).toBe(1);
  expect(go('traverse', '#learn/encoder-decoder')).toBe(0);
  expect(go('push', '#learn/glossary/code')).toBe(1);
  expect(go('push', '#learn/glossary/encoder')).toBe(0);
  expect(go('push', '#explore/generate')).toBe(1);
  expect(go('push', '#explore/sliders')).toBe(0);
  expect(go('replace', '#train')).toBe(0);
});

it('nothing happens where the browser does not tell', () => {
  expect(() => startScrolling({ location: { hash: '' }, scrollTo: () => undefined })).not.toThrow();
});

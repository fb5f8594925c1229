import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// The theme is one per page: each test loads the store anew.
async function openPage() {
  vi.resetModules();
  const { startTheme, toggleTheme } = await import('./theme-store');
  startTheme();
  return { toggleTheme, shown: () => document.documentElement.dataset['theme'] };
}

const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
const other = system === 'dark' ? 'light' : 'dark';

describe('the theme', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => vi.restoreAllMocks());

  it('is that of the system until the person says otherwise, and then is kept', async () => {
    const { toggleTheme, shown } = await openPage();
    expect(shown()).toBe(system);
    toggleTheme();
    expect(shown()).toBe(other);
    expect((await openPage()).shown()).toBe(other);
  });

  it('follows the system again once the person is back at it', async () => {
    const { toggleTheme, shown } = await openPage();
    toggleTheme();
    toggleTheme();
    expect(shown()).toBe(system);
    expect(localStorage).toHaveLength(0);
  });

  it('can be changed where storage is denied', async () => {
    const deny = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(deny);
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(deny);
    const { toggleTheme, shown } = await openPage();
    expect(shown()).toBe(system);
    toggleTheme();
    expect(shown()).toBe(other);
  });
});

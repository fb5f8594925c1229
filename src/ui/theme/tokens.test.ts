// The accents and greys keep the contrasts of WCAG 2.2: 4.5:1 for text, 3:1 for the shapes one has to see.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The custom properties of the rule whose selector list holds exactly this selector. */
function properties(selector: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, selectors = '', body = ''] of css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selectors.split(',').some((one) => one.trim() === selector)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g))
      found[name] = value;
  }
  return found;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const value = parseInt(hex.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a = '', b = ''): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const families = ['undercomplete', 'sparse', 'denoising', 'variational'];

describe.each(['light', 'dark'])('%s', (theme) => {
  const base = properties(`[data-theme='${theme}']`);

  it('has readable ink and muted words on page, card and field', () => {
    for (const ground of ['--background', '--surface', '--field']) {
      expect(contrast(base['--ink'], base[ground])).toBeGreaterThan(7);
      expect(contrast(base['--muted'], base[ground])).toBeGreaterThan(4.5);
    }
  });

  it('has readable warnings', () => {
    expect(contrast(base['--danger'], base['--danger-soft'])).toBeGreaterThan(4.5);
    expect(contrast(base['--warning'], base['--warning-soft'])).toBeGreaterThan(4.5);
  });

  it.each(['reconstruction', 'penalty'])('has a line for the %s that can be seen', (term) => {
    expect(contrast(base[`--term-${term}`], base['--surface'])).toBeGreaterThan(3);
  });

  it.each(['normal', 'anomaly'])('has a colour for what is %s that can be seen and read', (group) => {
    expect(contrast(base[`--${group}`], base['--surface'])).toBeGreaterThan(4.5);
  });

  it.each(families)('has an accent for %s that can be seen, and a strong one that can be read', (family) => {
    const accent = properties(`${theme === 'dark' ? "[data-theme='dark']" : ''}[data-family='${family}']`);
    expect(contrast(accent['--accent'], base['--surface'])).toBeGreaterThan(3);
    expect(contrast(accent['--accent-strong'], base['--surface'])).toBeGreaterThan(4.5);
    expect(contrast(accent['--accent-strong'], base['--background'])).toBeGreaterThan(4.5);
    expect(contrast(accent['--accent-strong'], base['--on-accent'])).toBeGreaterThan(4.5);
    expect(base[`--family-${family}`]).toBe(accent['--accent']);
  });
});

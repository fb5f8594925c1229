// The page's own font inside a picture: the files that its letters need, fetched from where the page has them, as `data:` addresses.
// Without them a picture would be set in another font wherever Inter is not installed.

export const fontFamily = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";

interface FontFile {
  readonly address: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly weight: string;
}

/** `U+0000-00FF, U+0131` as pairs of code points; an empty text stands for every letter. */
export function unicodeRanges(text: string): [from: number, to: number][] {
  if (text.trim() === '') return [[0, 0x10ffff]];
  return text.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-');
    return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'f'), 16)];
  });
}

export function needsRange(text: string, ranges: readonly (readonly [number, number])[]): boolean {
  return Array.from(text).some((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return ranges.some(([from, to]) => point >= from && point <= to);
  });
}

function filesOfPage(): FontFile[] {
  const files: FontFile[] = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule) || !rule.style.fontFamily.includes('Inter')) continue;
      const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      if (source === undefined) continue;
      files.push({
        address: new URL(source, sheet.href ?? document.baseURI).href,
        ranges: unicodeRanges(rule.style.getPropertyValue('unicode-range')),
        weight: rule.style.fontWeight,
      });
    }
  }
  return files;
}

const fetched = new Map<string, Promise<string>>();

async function dataAddress(address: string): Promise<string> {
  if (address.startsWith('data:')) return address;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} did not load.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return `data:font/woff2;base64,${btoa(text)}`;
}

/** Rules for the letters of `text`. Rejects when a font file does not load. */
export async function fontRules(text: string): Promise<string> {
  const needed = filesOfPage().filter(({ ranges }) => needsRange(text, ranges));
  const rules = needed.map(async ({ address, weight }) => {
    const loading = fetched.get(address) ?? dataAddress(address);
    fetched.set(address, loading);
    loading.catch(() => fetched.delete(address));
    const source = `url(${await loading}) format('woff2')`;
    return `@font-face{font-family:'Inter Variable';font-style:normal;font-weight:${weight};src:${source}}`;
  });
  return (await Promise.all(rules)).join('');
}

// Text of the page as lines with their places: text in a saved picture stays text.

export interface TextLine {
  readonly text: string;
  /** In the window, CSS pixels; `baseline` is where the letters stand. */
  readonly left: number;
  readonly baseline: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The visual lines of one text node, as the browser broke them. */
export function textLines(node: Text, style: CSSStyleDeclaration): TextLine[] {
  const range = document.createRange();
  const lines: { words: string[]; left: number; right: number; top: number; bottom: number }[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    // A word that is broken over two lines has two boxes: it stays on the first.
    const [box] = range.getClientRects();
    if (!box || box.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - box.top) < 1) {
      line.words.push(word);
      line.right = box.right;
    } else {
      lines.push({ words: [word], left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
  }
  const { ascent, height } = measure(style);
  return lines.map(({ words, left, right, top, bottom }) => ({
    text: transformed(words.join(' '), style.textTransform),
    left,
    right,
    top,
    bottom,
    baseline: top + (bottom - top - height) / 2 + ascent,
  }));
}

function transformed(text: string, transform: string): string {
  return transform === 'uppercase' ? text.toUpperCase() : text;
}

let context: CanvasRenderingContext2D | null = null;

function measure(style: CSSStyleDeclaration): { ascent: number; height: number } {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return { ascent: 0, height: 0 };
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x');
  return { ascent, height: ascent + descent };
}

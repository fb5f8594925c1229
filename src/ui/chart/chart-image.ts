// A chart as a file of its own: its SVG with background, title and legend, every colour an attribute without variables, so
// that it needs none of the page's styles; and that SVG as a PNG.

interface ChartPicture {
  title: string;
  /** The curves, as they are drawn. */
  legend: readonly { label: string; colour: string; dash?: string | undefined }[];
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const font = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";
const padding = 16;
const lineHeight = 20;

/** Attributes that only the page needs. */
const pageAttributes = ['class', 'style', 'tabindex', 'role', 'aria-label', 'id'];

/** The chart drawn inside `host` as an SVG document; null while none is drawn there. */
export function chartSvg(host: Element | null, { title, legend }: ChartPicture): string | null {
  const chart = host?.querySelector<SVGSVGElement>('svg.recharts-surface');
  if (!chart) return null;
  const style = getComputedStyle(chart);
  const resolve = (colour: string) =>
    colour.replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  const ink = resolve('var(--ink)');
  const width = chart.width.baseVal.value;
  const height = chart.height.baseVal.value;
  const rows = legendRows(legend, width);
  const top = padding + lineHeight + rows.length * lineHeight + 8;
  const picture = document.createElementNS(svgNamespace, 'svg');
  set(picture, {
    xmlns: svgNamespace,
    width: width + 2 * padding,
    height: top + height + padding,
    viewBox: `0 0 ${width + 2 * padding} ${top + height + padding}`,
    'font-family': font,
  });
  add(picture, 'rect', { width: '100%', height: '100%', fill: resolve('var(--surface)') });
  add(
    picture,
    'text',
    { x: padding, y: padding + 13, 'font-size': 15, 'font-weight': 600, fill: ink },
    title,
  );
  rows.forEach((row, place) => {
    const y = padding + lineHeight + place * lineHeight + 14;
    for (const { x, label, colour, dash } of row) {
      add(picture, 'line', {
        x1: x,
        x2: x + 20,
        y1: y - 4,
        y2: y - 4,
        stroke: resolve(colour),
        'stroke-width': 2,
        ...(dash !== undefined && { 'stroke-dasharray': dash }),
      });
      add(picture, 'text', { x: x + 26, y, 'font-size': 12, fill: ink }, label);
    }
  });
  const inner = chart.cloneNode(true) as SVGSVGElement;
  for (const element of [inner, ...inner.querySelectorAll('*')]) {
    for (const name of pageAttributes) {
      // Clip paths are referred to by their ids.
      if (name === 'id' && element.tagName.toLowerCase() === 'clippath') continue;
      element.removeAttribute(name);
    }
    for (const { name, value } of [...element.attributes]) {
      if (value.includes('var(')) element.setAttribute(name, resolve(value));
    }
  }
  set(inner, { x: padding, y: top });
  picture.append(inner);
  return new XMLSerializer().serializeToString(picture);
}

/** Widths are guessed from the letters: nothing can be measured in a picture that is not drawn yet. */
function legendRows(legend: ChartPicture['legend'], width: number) {
  type Entry = ChartPicture['legend'][number] & { x: number };
  const rows: Entry[][] = [];
  let x = Infinity;
  for (const entry of legend) {
    const needed = 26 + entry.label.length * 7 + 18;
    if (x + needed > width + padding) {
      rows.push([]);
      x = padding;
    }
    rows.at(-1)?.push({ ...entry, x });
    x += needed;
  }
  return rows;
}

function set(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

function add(parent: Element, tag: string, attributes: Record<string, string | number>, text?: string): void {
  const element = document.createElementNS(svgNamespace, tag);
  set(element, attributes);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
}

/** The SVG drawn at `scale` times its size. Rejects when the browser cannot draw it. */
export async function svgToPng(svg: string, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The picture could not be drawn.'));
      }, 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

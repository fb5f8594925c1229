// What a file is, by its first bytes. Its name only decides where the bytes leave a choice.

export type FileKind =
  'idx' | 'npy' | 'zip' | 'gzip' | 'picture' | 'sound' | 'table' | 'workbook' | 'empty' | 'unknown';

/** How many of a file's first bytes `recognise` wants to see. */
export const headBytes = 1024;

/** IDX: two zero bytes, the type of the numbers, how many dimensions. Yann LeCun, "The MNIST database". */
const idxTypes = [0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e];
const mostIdxDimensions = 16;

/** What Excel wrote before 2007: [MS-CFB], "Compound File Header". */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** `head`: up to `headBytes` from the beginning of the file. */
export function recognise(head: Uint8Array, name: string): FileKind {
  if (head.length === 0) return 'empty';
  if (startsWith(head, [0x93, 'NUMPY'])) return 'npy';
  if (startsWith(head, ['PK', 3, 4]) || startsWith(head, ['PK', 5, 6])) return 'zip';
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (startsWith(head, compoundFile)) return 'workbook';
  if (isPicture(head)) return 'picture';
  if (isSound(head)) return 'sound';
  if (isIdx(head, name)) return 'idx';
  return isText(head) ? 'table' : 'unknown';
}

function isPicture(head: Uint8Array): boolean {
  return (
    startsWith(head, [0x89, 'PNG\r\n', 0x1a, '\n']) ||
    startsWith(head, [0xff, 0xd8, 0xff]) ||
    startsWith(head, ['GIF87a']) ||
    startsWith(head, ['GIF89a']) ||
    (startsWith(head, ['RIFF']) && startsWith(head.subarray(8), ['WEBP'])) ||
    isAvif(head) ||
    isBitmap(head)
  );
}

/** Whatever a browser may decode: whether it can, it says itself. */
function isSound(head: Uint8Array): boolean {
  const [first = 0, second = 0] = head;
  return (
    (startsWith(head, ['RIFF']) && startsWith(head.subarray(8), ['WAVE'])) ||
    startsWith(head, ['fLaC']) ||
    startsWith(head, ['OggS']) ||
    startsWith(head, ['ID3']) ||
    (startsWith(head, ['FORM']) && startsWith(head.subarray(8), ['AIF'])) ||
    startsWith(head, ['caff']) ||
    // EBML: WebM and Matroska.
    startsWith(head, [0x1a, 0x45, 0xdf, 0xa3]) ||
    isMediaFile(head) ||
    // A frame of MPEG audio layer III, or of AAC.
    (first === 0xff && ((second & 0xe6) === 0xe2 || (second & 0xf6) === 0xf0))
  );
}

/** M4A, MP4, QuickTime: the ISO base media file format, by its main brand. HEIC has others. */
function isMediaFile(head: Uint8Array): boolean {
  const brands = ['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', 'iso4', 'iso5', 'iso6', 'dash', 'qt  '];
  return brands.some((brand) => startsWith(head.subarray(4), [`ftyp${brand}`]));
}

/** ISO base media file format: a box `ftyp`, whose main or compatible brands say AVIF. */
function isAvif(head: Uint8Array): boolean {
  if (!startsWith(head.subarray(4), ['ftyp'])) return false;
  const end = Math.min(head.length, new DataView(head.buffer, head.byteOffset).getUint32(0));
  for (let at = 8; at + 4 <= end; at += 4) {
    if (startsWith(head.subarray(at), ['avif']) || startsWith(head.subarray(at), ['avis'])) return true;
  }
  return false;
}

/** "BM" alone could begin a text: a BMP also has four reserved bytes, zero, and one of the known header sizes. */
function isBitmap(head: Uint8Array): boolean {
  if (!startsWith(head, ['BM']) || head.length < 18) return false;
  const view = new DataView(head.buffer, head.byteOffset);
  return view.getUint32(6) === 0 && [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true));
}

/** With a name that says IDX, a file that begins with two zeros counts as IDX whatever its type, so that its fault is named. */
function isIdx(head: Uint8Array, name: string): boolean {
  const [first, second, type = 0, dimensions = 0] = head;
  if (first !== 0 || second !== 0 || head.length < 4) return false;
  if (/idx\d|ubyte|\.idx\b/i.test(name)) return true;
  return idxTypes.includes(type) && dimensions >= 1 && dimensions <= mostIdxDimensions;
}

/** No control characters but white space, or a byte order mark of UTF-16. */
function isText(head: Uint8Array): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return true;
  return head.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}

function startsWith(head: Uint8Array, parts: readonly (number | string)[]): boolean {
  let at = 0;
  for (const part of parts) {
    const bytes = typeof part === 'number' ? [part] : Array.from(part, (letter) => letter.charCodeAt(0));
    for (const byte of bytes) if (head[at++] !== byte) return false;
  }
  return true;
}

/** Files that systems add on their own. */
export function isHidden(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return (
    parts.some((part) => part === '__MACOSX' || (part.startsWith('.') && part !== '.' && part !== '..')) ||
    /^(thumbs\.db|desktop\.ini)$/i.test(name)
  );
}

// A QR code as vector graphics, drawn here: nothing is fetched for it.
import qrcode from 'qrcode-generator';

/**
 * Modules a side at most: printed 36 mm wide, a module of a larger code is under 0.4 mm, too fine for a phone held over paper.
 */
const mostModules = 93;
/** Modules of white around it, as the standard asks. */
const quietZone = 4;

/** Whether each module is dark, row by row; null for a text that needs a code too fine to be read. */
export function qrModules(text: string): boolean[][] | null {
  for (const correction of ['M', 'L'] as const) {
    const code = encode(text, correction);
    const count = code?.getModuleCount() ?? Infinity;
    if (code === null || count > mostModules) continue;
    const places = Array.from({ length: count }, (_, place) => place);
    return places.map((row) => places.map((column) => code.isDark(row, column)));
  }
  return null;
}

/** Null where no size of code holds it. */
function encode(text: string, correction: 'M' | 'L') {
  try {
    const code = qrcode(0, correction);
    // As UTF-8: what a phone reads a byte code as.
    code.addData(String.fromCharCode(...new TextEncoder().encode(text)), 'Byte');
    code.make();
    return code;
  } catch {
    return null;
  }
}

interface QrCodeProps {
  modules: readonly (readonly boolean[])[];
  /** Accessible name. */
  label: string;
  className?: string | undefined;
}

export function QrCode({ modules, label, className }: QrCodeProps) {
  const side = modules.length + 2 * quietZone;
  const path = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + quietZone} ${y + quietZone}h1v1h-1z`] : [])),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      className={className}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      {/* Black on white in either theme: many readers take nothing else. */}
      <rect width={side} height={side} fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  );
}

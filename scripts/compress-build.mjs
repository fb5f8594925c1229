// Packed copies of the build's files, for servers that send `name.br` or `name.gz` in place of `name`: `npm run build -- --compressed`.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Pictures, fonts and data are packed already. */
const packable = ['.html', '.js', '.css', '.wasm', '.svg', '.json', '.webmanifest'];

/**
 * @param {string} folder searched recursively
 * @returns {number} how many files got a copy of each kind
 */
export function compressBuild(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const wanted = names.filter((name) => packable.includes(extname(name)));
  for (const name of wanted) {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
  }
  return wanted.length;
}

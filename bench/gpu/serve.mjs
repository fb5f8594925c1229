// Serves the packed page with the headers that give it threads, and hands over what it posts. Needs nothing but Node.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/**
 * @param {string} folder
 * @param {(what: string, body: unknown) => unknown} onPost called with the path (without `/`) and the JSON of each POST; its answer, or
 * what that resolves with, is sent back
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export function serve(folder, onPost) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') {
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (/** @type {string} */ part) => (text += part));
      request.on('end', () => {
        void Promise.resolve(onPost(pathname.slice(1), JSON.parse(text))).then((answer) => {
          response.writeHead(200, { ...headers, 'Content-Type': 'application/json' });
          response.end(JSON.stringify(answer ?? null));
        });
      });
      return;
    }
    const file = normalize(join(folder, decodeURIComponent(pathname)));
    if (!file.startsWith(folder + sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, {
      ...headers,
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({
        origin: `http://127.0.0.1:${address.port}`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

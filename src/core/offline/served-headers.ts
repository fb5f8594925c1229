// The headers that the page and its files are served with: by the project's own servers, and by the service worker for a server
// that sends none. A cross-origin isolated page has shared memory, for WASM threads, and fine timers.

/**
 * Everything is from the page's own origin. No code from text, and no inline scripts or styles; WebAssembly may be compiled.
 * `data:` and `blob:` are pictures that the page makes itself. A page cannot say of itself who may frame it: that is in `framePolicy`.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export const framePolicy = `${policy}; frame-ancestors 'none'`;

/** The page asks for the microphone when a person presses Record, and for nothing else. */
const permissions = [
  'microphone=(self)',
  ...['camera', 'display-capture', 'geolocation', 'hid', 'midi', 'payment', 'serial', 'usb'].map(
    (one) => `${one}=()`,
  ),
];

export const servedHeaders: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions.join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

// How the page is built and served. Both servers send the headers of a cross-origin isolated page (shared memory for
// WASM threads, fine timers), let no browser guess a content type, and answer 404 for what is not there: a missing shard must not
// come back as HTML. The built page has a strict security policy, in the headers and, for servers that send none, in itself.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import packageFile from './package.json' with { type: 'json' };

/**
 * Everything is from the page's own origin. No code from text, and no inline scripts or styles; WebAssembly may be compiled.
 * `data:` and `blob:` are pictures that the page makes itself.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The page asks for the microphone when a person presses Record, and for nothing else. */
const permissions = [
  'microphone=(self)',
  ...['camera', 'display-capture', 'geolocation', 'hid', 'midi', 'payment', 'serial', 'usb'].map(
    (one) => `${one}=()`,
  ),
];

const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions.join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Shards have no content type of their own, and browsers may not guess one. */
const shardType: Plugin = {
  name: 'shard-type',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (/\.shard(\?|$)/.test(request.url ?? '')) {
        response.setHeader('Content-Type', 'application/octet-stream');
      }
      next();
    });
  },
};

/** The policy in the built page. A page cannot say of itself who may frame it. */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy.join('; ') },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  appType: 'mpa',
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(packageFile.version) },
  plugins: [react(), shardType, policyInPage],
  server: { headers },
  // The development server inlines scripts and styles.
  preview: {
    headers: { ...headers, 'Content-Security-Policy': [...policy, "frame-ancestors 'none'"].join('; ') },
  },
  worker: { format: 'es' },
  // Bundled before the first page: finding one of these later (a worker's, say) reloads the page, or a test under way.
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js',
      '@tensorflow/tfjs-backend-webgl',
      '@tensorflow/tfjs-backend-webgpu',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-layers',
      'comlink',
      'd3-array',
      'd3-scale',
      'fflate',
      'fft.js',
      'idb',
      'idb-keyval',
      'katex',
      'lucide-react',
      'ml-matrix',
      'papaparse',
      'radix-ui',
      'react',
      'react-dom',
      'react-dom/client',
      'react-error-boundary',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'recharts',
      'umap-js',
      'wasm-feature-detect',
      'zod',
      'zustand',
      'zustand/vanilla',
    ],
  },
  build: {
    target: 'es2022',
    manifest: true,
    // A data: URL cannot be compiled while it streams, and the policy allows no data: fonts.
    assetsInlineLimit: (path) => (/\.(wasm|woff2?|ttf)$/.test(path) ? false : undefined),
    // tfjs is one large chunk of the worker; what the page loads first is held down by .size-limit.mjs.
    chunkSizeWarningLimit: 1500,
  },
});

// How the page is built and served. Both servers send the headers of a cross-origin isolated page (shared memory for
// WASM threads, fine timers), let no browser guess a content type, and answer 404 for what is not there: a missing shard must not
// come back as HTML. The built page has a strict security policy, in the headers and, for servers that send none, in itself, and a
// service worker that serves it without a network (src/service-worker).
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import packageFile from './package.json' with { type: 'json' };
import { pageBesideStart } from './scripts/language/page-beside-start.mjs';
import { wordsInCode } from './scripts/language/words-in-code.mjs';
import { framePolicy, policy, servedHeaders as headers } from './src/core/offline/served-headers.ts';

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
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
};

/** What a browser needs to install the page, and the list of files that the service worker fetches. */
const installable = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/service-worker',
  filename: 'service-worker.ts',
  registerType: 'prompt',
  // The page registers it when it has loaded (session/offline).
  injectRegister: false,
  manifest: {
    id: './',
    name: 'Hourglass',
    short_name: 'Hourglass',
    description: 'A playground for autoencoders that runs in the browser',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#f7f6f2',
    theme_color: '#f7f6f2',
    categories: ['education'],
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  includeManifestIcons: false,
  integration: {
    configureCustomSWViteBuild(build) {
      build.logLevel = 'warn';
    },
  },
  injectManifest: {
    rollupFormat: 'iife',
    // Every browser that has service workers takes fonts as WOFF2.
    globPatterns: ['**/*.{js,css,html,wasm,woff2,svg,png,webmanifest}'],
    globIgnores: ['data/**', '.vite/**'],
    dontCacheBustURLsMatching: /^assets\//,
    maximumFileSizeToCacheInBytes: 8 * 2 ** 20,
  },
});

export default defineConfig({
  appType: 'mpa',
  // Nothing in the build names the folder that it is served from.
  base: './',
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(packageFile.version) },
  plugins: [wordsInCode(), lingui(), react(), shardType, policyInPage, pageBesideStart(), installable],
  server: { headers },
  // The development server inlines scripts and styles.
  preview: {
    headers: { ...headers, 'Content-Security-Policy': framePolicy },
  },
  worker: { format: 'es', plugins: () => [wordsInCode()] },
  // Bundled before the first page: finding one of these later (a worker's, say) reloads the page, or a test under way.
  optimizeDeps: {
    include: [
      '@lingui/core',
      '@lingui/react/server',
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
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', test: /\/src\/app\/main\.ts$/, priority: 4 },
            { name: 'session', test: /\/src\/session\/session\.ts$/, priority: 3 },
            { name: 'train', test: /\/src\/workspaces\/train\/train-workspace\.tsx$/, priority: 2 },
            // All that the page imports is there when something else is loaded.
            { name: 'page', test: /\/src\/app\/page\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
});

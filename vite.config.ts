// How the page is built and served. Both servers send the headers of a cross-origin isolated page (shared memory for
// WASM threads, fine timers), and answer 404 for what is not there: a missing shard must not come back as HTML.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export default defineConfig({
  appType: 'mpa',
  plugins: [react()],
  server: { headers: isolationHeaders },
  preview: { headers: isolationHeaders },
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
      'idb-keyval',
      'katex',
      'lucide-react',
      'ml-matrix',
      'pub-sub-es',
      'radix-ui',
      'react',
      'react-dom',
      'react-dom/client',
      'react-error-boundary',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'recharts',
      'regl',
      'regl-scatterplot',
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
    // A data: URL cannot be compiled while it streams; WASM always stays a file.
    assetsInlineLimit: (path) => (path.endsWith('.wasm') ? false : undefined),
    // tfjs is one large chunk of the worker; what the page loads first is held down by .size-limit.mjs.
    chunkSizeWarningLimit: 1500,
  },
});

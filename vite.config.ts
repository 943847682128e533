import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  // Tests load single files and need no routes.
  plugins: process.env.VITEST ? [] : [reactRouter()],
  build: {
    // Nothing is inlined as data:, because the content security policy allows only our own files.
    assetsInlineLimit: 0,
    // One style sheet for all pages: split by component it would be a dozen small answers on each page.
    cssCodeSplit: false,
    target: 'es2022',
    // MapLibre alone is over 500 kB; only the map's page loads it.
    chunkSizeWarningLimit: 1500,
  },
});

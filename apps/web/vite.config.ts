import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The web app. `npm run build` calls it; for work on the screens, `npx vite apps/web` in front of a running server. */
export default defineConfig({
  root: folder('.'),
  resolve: { alias: { '#web': folder('./src') } },
  build: {
    outDir: folder('../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      // Ant Design marks its files for servers that render; there is none here.
      onwarn: (warning, tell) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || tell(warning),
      // What many pages share is one file: a file a module costs a request each.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 12 }] } },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});

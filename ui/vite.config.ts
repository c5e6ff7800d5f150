import { defineConfig } from "vite";
import { onePage } from "./bundle/one-page.ts";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [onePage()],
  build: {
    outDir: "../src/holdfast/report/page",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 4096,
    reportCompressedSize: false,
  },
});

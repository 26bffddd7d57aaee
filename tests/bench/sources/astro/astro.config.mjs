import { defineConfig } from "astro/config";

// Flat addresses, the white space of the frame kept, and every cache below this folder.
export default defineConfig({
  outDir: "out",
  cacheDir: "./cache/astro",
  build: { format: "preserve" },
  compressHTML: false,
  devToolbar: { enabled: false },
  vite: { cacheDir: "./cache/vite" },
});

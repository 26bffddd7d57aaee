import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

// The default id would be made anew from the name of the file; the address is one already.
const pages = defineCollection({
  loader: glob({ pattern: "**/*.json", base: "./content", generateId: ({ data }) => data.address }),
});

export const collections = { pages };

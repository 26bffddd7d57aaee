import { getCollection } from "astro:content";

const INDEX = /(^|\/)index\.html$/;

// The paths of a route: of the pages named index.html, whose parameter is their folder, or of the others.
export const paths = async (parameter, ofIndex) =>
  (await getCollection("pages"))
    .filter(({ data }) => INDEX.test(data.address) === ofIndex)
    .map(({ data }) => ({
      params: { [parameter]: data.address.replace(ofIndex ? INDEX : /\.html$/, "") || undefined },
      props: { page: data },
    }));

// Pages are front matter alone: no template language has to read their empty bodies.
export default (config) => {
  config.addPassthroughCopy("assets");
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  return {
    dir: { input: "content", includes: "../layouts", output: "out" },
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
  };
};

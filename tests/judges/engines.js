/**
 * What the engines in the page say of it, in one form: a list of
 * { rule, selector, message, certain }. `certain` is false where the engine asks a person to look.
 */

/** The way from <html> to an element by names, ids and classes, the same for equal parts of a page. */
function wayTo(element) {
  const steps = [];
  for (let node = element; node; node = node.parentElement) {
    const id = node.id ? `#${node.id}` : "";
    steps.unshift(node.localName + id + [...node.classList].map((name) => `.${name}`).join(""));
  }
  return steps.join(" > ");
}

function byXPath(path) {
  return document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null)
    .singleNodeValue;
}

/** Every rule, whether or not it is on by default. */
async function askAxe() {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  const resultTypes = ["violations", "incomplete"];
  const result = await axe.run(document, { rules, resultTypes, elementRef: true });
  const told = (list, certain) =>
    list.flatMap(({ id, nodes }) =>
      nodes.map((node) => ({
        rule: id,
        selector: wayTo(node.element),
        message: node.failureSummary.replace(/\s+/gu, " "),
        certain,
      })),
    );
  return {
    rules: Object.keys(rules).length,
    findings: [...told(result.violations, true), ...told(result.incomplete, false)],
  };
}

/** Every set of rules of the engine. */
async function askIbm() {
  const checker = new ace.Checker();
  const sets = checker.rulesets;
  const rules = sets.flatMap((set) => set.checkpoints.flatMap((point) => point.rules ?? []));
  const { results } = await checker.check(document, sets.map((set) => set.id));
  const failed = results.filter(({ value }) => value[1] !== "PASS");
  return {
    rules: new Set(rules.map((rule) => rule.id)).size,
    findings: failed.map(({ ruleId, value, path, message }) => ({
      rule: ruleId,
      selector: wayTo(byXPath(path.dom)),
      message: `${value.join("/")} ${message}`,
      certain: value[0] === "VIOLATION" && value[1] === "FAIL",
    })),
  };
}

globalThis.judges = { axe: askAxe, ibm: askIbm };

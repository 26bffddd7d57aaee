/**
 * The calculator on the page of a subsidy standard: so many hours or days, so many yuan. An
 * enhancement over the table beside it, which says the same for some numbers.
 */

const MOST = 5000;

/** Yuan without needless zeros, counted in cents so that nothing is lost. */
export function subsidy(value, quantity, cap) {
  const cents = Math.round(Number(value) * 100) * quantity;
  const most = cap === "" ? Infinity : Math.round(Number(cap) * 100);
  return String(Math.min(cents, most) / 100);
}

function start(form) {
  const { value, unit, cap } = form.dataset;
  const field = form.elements.namedItem("quantity");
  const output = form.querySelector("output");
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const quantity = Number(field.value);
    const right = Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST;
    field.toggleAttribute("aria-invalid", !right);
    output.textContent = right
      ? `${quantity}${unit}补贴${subsidy(value, quantity, cap)}元。`
      : `请写1到${MOST}的整数。`;
    if (!right) field.focus();
  });
}

if (typeof document !== "undefined") document.querySelectorAll("form.calculator").forEach(start);

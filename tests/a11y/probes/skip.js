/** Focuses the first stop if it is a skip link to main; whether it is. */
() => {
  const [first] = a11y.stops();
  const target = first?.matches('a[href^="#"]') && document.getElementById(first.hash.slice(1));
  if (!target || !target.matches("main")) return false;
  first.focus();
  return true;
}

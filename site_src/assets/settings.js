/**
 * Reading settings: text size, spacing, contrast, reading aloud. An enhancement: without script the
 * page is whole and these are not offered. The choice stays in this browser and goes nowhere.
 *
 * Buttons that are pressed or not, never radio buttons: some screen readers take the arrow keys.
 */

const KEY = "reading-settings";
const GROUPS = [
  { name: "size", title: "字号", choices: [["", "标准"], ["large", "大"], ["larger", "特大"]] },
  { name: "space", title: "间距", choices: [["", "标准"], ["wide", "宽"]] },
  { name: "contrast", title: "颜色", choices: [["", "跟随系统"], ["high", "黑底亮字"]] },
];
const BLOCKS = "h1, h2, h3, h4, h5, p, li, dt, dd, caption, th, td, summary, label";
const root = document.documentElement;

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function store(values) {
  try {
    localStorage.setItem(KEY, JSON.stringify(values));
  } catch {
    // Private windows refuse: the choice then lasts for this page only.
  }
}

/** Puts a choice on <html>, where the style sheet looks for it; an unknown one is dropped. */
function apply(values) {
  for (const { name, choices } of GROUPS) {
    const known = choices.some(([value]) => value && value === values[name]);
    if (known) root.dataset[name] = values[name];
    else delete root.dataset[name];
  }
}

function button(text, pressed) {
  const node = document.createElement("button");
  node.type = "button";
  node.textContent = text;
  if (pressed !== undefined) node.setAttribute("aria-pressed", String(pressed));
  return node;
}

function group({ name, title, choices }) {
  const set = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = title;
  set.append(legend);
  for (const [value, text] of choices) {
    const choice = button(text, (root.dataset[name] ?? "") === value);
    choice.addEventListener("click", () => {
      const values = { ...stored(), ...root.dataset, [name]: value };
      apply(values);
      store(Object.fromEntries(GROUPS.map((one) => [one.name, root.dataset[one.name] ?? ""])));
      for (const other of set.querySelectorAll("button")) {
        other.setAttribute("aria-pressed", String(other === choice));
      }
    });
    set.append(choice);
  }
  return set;
}

/** The text of main in pieces of a block each, the innermost ones, in the order of the page. */
function pieces() {
  return [...document.querySelectorAll("main :is(" + BLOCKS + ")")]
    .filter((block) => !block.querySelector(BLOCKS) && block.checkVisibility?.() !== false)
    .map((block) => block.textContent.replace(/\s+/gu, " ").trim())
    .filter(Boolean);
}

/** Reads main with the browser's own voice until it ends or the button is pressed again. */
function readAloud() {
  const control = button("朗读正文", false);
  const say = (on) => {
    control.setAttribute("aria-pressed", String(on));
    if (!on) speechSynthesis.cancel();
  };
  control.addEventListener("click", () => {
    const on = control.getAttribute("aria-pressed") !== "true";
    say(on);
    if (!on) return;
    const texts = pieces();
    texts.forEach((text, place) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = "zh-CN";
      if (place === texts.length - 1) utterance.addEventListener("end", () => say(false));
      speechSynthesis.speak(utterance);
    });
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
  const set = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = "朗读";
  set.append(legend, control);
  return set;
}

function build(place) {
  const panel = document.createElement("div");
  panel.id = "reading-settings";
  panel.className = "settings-panel";
  panel.hidden = true;
  panel.append(...GROUPS.map(group));
  if ("speechSynthesis" in window) panel.append(readAloud());
  const note = document.createElement("p");
  note.textContent = "您的选择只留在这台设备上。";
  panel.append(note);
  const open = button("阅读设置");
  open.setAttribute("aria-expanded", "false");
  open.setAttribute("aria-controls", panel.id);
  open.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    open.setAttribute("aria-expanded", String(!panel.hidden));
  });
  place.append(open, panel);
}

apply(stored());
addEventListener("DOMContentLoaded", () => {
  const place = document.querySelector("#settings");
  if (place) build(place);
});

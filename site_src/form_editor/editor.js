// Starts the form editor with what its configuration cannot say: no pictures, how a record is written.
window.CMS_MANUAL_INIT = true;

// What the program says in English only, or in words that do not fit here.
const PHRASES = {
  "collection.collectionTop.viewAsGrid": "排成方块",
  "collection.collectionTop.viewAsList": "排成列表",
  "collection.entries.unpublishedHeader": "还没有合并的",
  "editor.editorControl.field.widgetLabel": "一栏",
  "editor.editorControlPane.widget.rangeMax": "“%{fieldLabel}”最多 %{maxCount} 项。",
  "editor.editorControlPane.widget.rangeMin": "“%{fieldLabel}”至少 %{minCount} 项。",
  "editor.editorControlPane.widget.regexPattern": "%{pattern}",
  "editor.editorToolbar.statusInfoTooltipDraft": "现在是草稿。写好了就把状态改成“审核中”，请人来看。",
  "editor.editorToolbar.statusInfoTooltipInReview": "正在等人看，不用再做什么；要改也可以接着改。",
  "editor.editorWidgets.datetime.now": "今天",
  "editor.editorWidgets.datetime.setToNow": "今天",
  "editor.editorWidgets.object.collapse": "收起",
  "editor.editorWidgets.object.expand": "展开",
  "ui.settingsDropdown.account": "账号",
};

function say(phrases, path, words) {
  const names = path.split(".");
  const last = names.pop();
  const place = names.reduce((found, name) => (found[name] ??= {}), phrases);
  place[last] = words;
}

// A box that was emptied again leaves "", null, [] or {} behind; in a record that is a fault.
// A text of several lines ends its last one, as in all other records.
function filled(value) {
  if (typeof value === "string") {
    const text = value.trim();
    return text.includes("\n") ? `${text}\n` : text || undefined;
  }
  if (value === null || typeof value !== "object") return value ?? undefined;
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, filled(inner)])
    .filter(([, inner]) => inner !== undefined);
  if (!kept.length) return undefined;
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}

// The program would break long lines at blanks, which is not read in a record.
const schema = jsyaml.CORE_SCHEMA;
const record = {
  fromFile: (text) => jsyaml.load(text, { schema }),
  toFile(data, order) {
    const names = [...new Set([...order, ...Object.keys(data)])].filter((name) => name in data);
    const inOrder = Object.fromEntries(names.map((name) => [name, data[name]]));
    return jsyaml.dump(filled(inOrder) ?? {}, { schema, lineWidth: -1, noRefs: true });
  },
};

const program = document.createElement("script");
program.src = "decap-cms.js";
program.addEventListener("load", () => {
  const { CMS } = window;
  CMS.registerMediaLibrary({
    name: "nothing",
    init: () => ({ enableStandalone: () => false }),
  });
  CMS.registerCustomFormat("record", "yml", record);
  for (const [path, words] of Object.entries(PHRASES)) say(CMS.getLocale("zh_Hans"), path, words);
  CMS.init();
});
document.body.append(program);

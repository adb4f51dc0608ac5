
// An entry as it is shown. `index` is that of the page; nothing of an entry ever becomes markup.

const $ = (id) => document.getElementById(id);

const STATUSES = new Map(
  Array.from($("welcome").content.querySelectorAll(".status"), (mark) => [
    mark.textContent, mark.closest("dt").nextElementSibling.textContent,
  ]),
);

// An element with attributes, and children that are elements or plain text, never markup.
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

// What stands in the address for a state, or for an entry alone.
function fragment(of) {
  return "#" + new URLSearchParams(Object.entries(of).filter(([, value]) => value));
}

function article(entry, { withActions = false } = {}) {
  return make(
    "article",
    {},
    make("h2", { lang: "zh", tabindex: "-1" }, ...slotted(entry.zh)),
    make("p", { class: "rendering" }, ...slotted(entry.en)),
    withActions ? actions() : null,
    make("dl", {}, ...fields(entry).flatMap(([name, value, className = ""]) => [
      make("dt", {}, name),
      make("dd", { class: className }, ...value),
    ])),
  );
}

function actions() {
  if (!navigator.clipboard) return null;
  return make(
    "p",
    { class: "actions" },
    make("button", { type: "button", "data-do": "copyRendering" }, "Copy rendering"),
    make("button", { type: "button", "data-do": "copyLink" }, "Copy link"),
  );
}

function fields(entry) {
  const all = [
    ["Also written", entry.variants && [items(entry.variants, { lang: "zh" })]],
    ["Short form", entry.short && shortForm(entry.short)],
    ["Also accepted", entry.allow && [items(entry.allow)]],
    ["To avoid", entry.forbid && [items(entry.forbid)], "avoid"],
    ["Members", entry.members && [memberList(entry.members)]],
    ["Years", years(entry)],
    ["Use", use(entry)],
    ["Note", entry.note && linked(entry.note, entry.refers ?? [])],
    ["Kind", [entry.kind]],
    ["Status", status(entry.status)],
    ["Source", entry.source && [entry.source]],
    ["File", [`${entry.file}:${entry.line}`], "file"],
  ];
  return all.filter(([, value]) => value);
}

function shortForm([zh, en]) {
  return [make("span", { lang: "zh" }, ...slotted(zh)), "\u2003", ...slotted(en)];
}

function status(name) {
  const meaning = make("span", { class: "meaning" }, `, ${STATUSES.get(name)}`);
  return [make("span", { class: `status ${name}` }, name), meaning];
}

function items(texts, attributes = {}) {
  return make("ul", attributes, ...texts.map((text) => make("li", {}, ...slotted(text))));
}

function memberList(members) {
  return make("ul", {}, ...members.map((member) => make("li", langOf(member), link(member))));
}

function years({ since, until }) {
  if (since && until) return [`${since}–${until}`];
  return since ? [`since ${since}`] : until ? [`until ${until}`] : null;
}

function use({ kind, free }) {
  const remarks = [];
  if (free) remarks.push("the rendering varies with the sentence");
  if (kind.split(".").includes("bound")) remarks.push("only inside longer names");
  return remarks.length ? [remarks.join("; ")] : null;
}

// A note, with links in the place of the forms that it refers to, which stand in it in this order.
function linked(note, forms) {
  const pieces = [];
  let position = 0;
  for (const form of forms) {
    const start = note.indexOf(form, position);
    pieces.push(note.slice(position, start), link(form));
    position = start + form.length;
  }
  return [...pieces, note.slice(position)];
}

// A form that stands in another entry, with a link where it has an entry of its own.
function link(form) {
  const entry = index.named(form);
  return entry ? make("a", { href: fragment({ entry: entry.zh }), lang: "zh" }, form) : form;
}

// A form or rendering, its slots set off from the words around them.
function slotted(text) {
  return text.split(/(?<!\{)(\{[a-z]+[0-9]?\})/).map((part, i) =>
    i % 2 ? make("span", { class: "slot" }, part.slice(1, -1)) : part.replace(/\{\{/g, "{").replace(/\}\}/g, "}"),
  );
}

function langOf(text) {
  return HAS_HAN.test(text) ? { lang: "zh" } : {};
}

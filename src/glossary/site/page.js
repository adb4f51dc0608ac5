
// The page: its state is in the address, after the #, and everything that is shown follows from the state.

const ROWS_AT_ONCE = 40;
const MOST_ROWS = 600; // to be made at once, to show the open entry among its neighbours
const PAGE_OF_ROWS = 10;
const ADDRESS_DELAY = 300; // ms; browsers refuse addresses that change too often
const FILTERS = ["kind", "status", "file"];

const data = JSON.parse($("data").textContent);
for (const entry of data.entries) {
  entry.kind = data.kinds[entry.kind];
  entry.file = data.files[entry.file];
  entry.source = data.sources[entry.source ?? 0];
}
const index = createIndex(data);

const state = { q: "", kind: "", status: "", file: "", entry: "" };
let hits = [];
let active = -1; // place in hits of the row that the arrow keys have reached
let addressTimer = 0;

// The address

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const name of Object.keys(state)) state[name] = given.get(name) ?? "";
}

// A step that “back” undoes, or a change of the step that one is at.
function writeAddress({ step }) {
  clearTimeout(addressTimer);
  if (fragment(state) === (location.hash || "#")) return;
  history[step ? "pushState" : "replaceState"](null, "", fragment(state));
}

function writeAddressSoon() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => writeAddress({ step: false }), ADDRESS_DELAY);
}

// The list

function search() {
  const isWanted = (entry) =>
    (!state.kind || entry.kind === state.kind || entry.kind.startsWith(state.kind + ".")) &&
    (!state.status || entry.status === state.status) &&
    (!state.file || entry.file === state.file);
  hits = find(index, state.q, isWanted);
  const opened = index.named(state.entry);
  active = opened ? placeOf(opened) : state.q.trim() && hits.length ? 0 : -1;
  $("list").replaceChildren();
  $("list").parentElement.scrollTop = 0;
  scrollTo(0, 0);
  showRows(Math.max(ROWS_AT_ONCE, active + PAGE_OF_ROWS));
  $("count").textContent = countText();
  $("clear").hidden = !(state.q || FILTERS.some((name) => state[name]));
  activate(active);
}

// The row of an entry; -1 where it has none, or one so far down that making all above it would take long.
function placeOf(entry) {
  const place = hits.findIndex((hit) => hit.entry === entry);
  return place < Math.max(MOST_ROWS, $("list").childElementCount) ? place : -1;
}

function countText() {
  if (!hits.length) return state.q.trim() ? `Nothing found for ${state.q.trim()}` : "No entries";
  const count = `${hits.length.toLocaleString("en")} ${hits.length === 1 ? "entry" : "entries"}`;
  return hits[0].match === Match.ERROR ? `${count}, a typing error away` : count;
}

function showRows(count) {
  const list = $("list");
  for (let i = list.childElementCount; i < Math.min(count, hits.length); i++) list.append(row(hits[i], i));
}

function row({ entry, match, text }, i) {
  const isOther = text && text !== entry.zh && text !== entry.en;
  const why = match === Match.AVOIDED ? "to avoid: " : "also: ";
  return make(
    "li",
    { role: "option", id: `row-${i}`, "aria-selected": "false", "aria-posinset": i + 1, "aria-setsize": hits.length },
    make("span", { lang: "zh", class: "zh" }, ...slotted(entry.zh)),
    make("span", { class: `status ${entry.status}`, title: entry.status }, make("span", { class: "unseen" }, entry.status)),
    make("span", { class: "en" }, ...slotted(entry.en)),
    make("span", { class: "kind" }, entry.kind.split(".")[0]),
    isOther ? make("span", { class: "why" }, why, make("span", langOf(text), text)) : null,
  );
}

function activate(i) {
  active = i;
  showRows(i + 1);
  $("list").querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
  const chosen = $(`row-${i}`);
  chosen?.setAttribute("aria-selected", "true");
  if (chosen) $("query").setAttribute("aria-activedescendant", chosen.id);
  else $("query").removeAttribute("aria-activedescendant");
  showEntry();
  chosen?.scrollIntoView({ block: "nearest" });
}

// The entry

function shownEntry() {
  return state.entry ? index.named(state.entry) : hits[active]?.entry;
}

function showEntry() {
  const shown = shownEntry();
  document.body.classList.toggle("opened", Boolean(state.entry));
  document.title = [shown?.zh ?? state.q, "Glossary"].filter(Boolean).join(" · ");
  $("shown").scrollTop = 0;
  if (state.entry) scrollTo(0, 0);
  $("shown").replaceChildren(
    make("button", { type: "button", class: "back", "data-do": "close" }, "← Back to the list"),
    shown ? article(shown, { withActions: true }) : state.entry ? missing() : $("welcome").content.cloneNode(true),
  );
}

function missing() {
  const name = make("span", { lang: "zh" }, state.entry);
  return make("p", { class: "notice" }, "This copy of the glossary has no entry ", name, ".");
}

// What people do

function open(entry) {
  if (!entry) return;
  writeAddress({ step: false });
  state.entry = entry.zh;
  writeAddress({ step: true });
  activate(placeOf(entry));
}

function close() {
  state.entry = "";
  writeAddress({ step: true });
  activate(active);
  $("query").focus();
}

function change(changes) {
  Object.assign(state, changes, { entry: "" });
  search();
  writeAddressSoon();
}

function clear() {
  change({ q: "", kind: "", status: "", file: "" });
  fillForm();
  $("query").focus();
}

function fillForm() {
  $("query").value = state.q;
  for (const name of FILTERS) $(name).value = state[name];
}

async function copy(button, text) {
  const label = button.textContent;
  const done = navigator.clipboard.writeText(text).then(() => "Copied", () => "Not allowed here");
  button.textContent = await done;
  setTimeout(() => (button.textContent = label), 1500);
}

const DEEDS = {
  close,
  copyRendering: (button) => copy(button, shownEntry().en),
  copyLink: (button) => copy(button, location.href.split("#")[0] + fragment({ entry: shownEntry().zh })),
};

const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE_OF_ROWS, PageUp: -PAGE_OF_ROWS };

function onKey(event) {
  const inField = event.target === $("query");
  const elsewhere = event.target.closest("select, button, a, #shown");
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "/" && !inField) {
    $("query").focus();
    $("query").select();
  } else if (event.key === "Escape" && !event.target.closest("select")) {
    if (state.entry) close();
    else clear();
  } else if (event.key in STEPS && !elsewhere) {
    const next = Math.max(0, Math.min(hits.length - 1, active + STEPS[event.key]));
    state.entry = "";
    activate(hits.length ? next : -1);
    writeAddressSoon();
  } else if (event.key === "Enter" && !elsewhere) {
    open(hits[active]?.entry);
    $("shown").querySelector("h2")?.focus({ preventScroll: true });
  } else return;
  event.preventDefault();
}

// Filters

function option(value, label, count) {
  return make("option", { value }, `${label} (${count.toLocaleString("en")})`);
}

function fillFilters() {
  const counts = { kind: new Map(), status: new Map(), file: new Map() };
  const add = (name, value) => counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  for (const entry of data.entries) {
    entry.kind.split(".").forEach((_, i, parts) => add("kind", parts.slice(0, i + 1).join(".")));
    add("status", entry.status);
    add("file", entry.file);
  }
  for (const kind of [...counts.kind.keys()].sort()) {
    const parts = kind.split(".");
    const label = "\u2003".repeat(parts.length - 1) + parts.at(-1);
    $("kind").append(option(kind, label, counts.kind.get(kind)));
  }
  for (const status of STATUSES.keys()) {
    if (counts.status.has(status)) $("status").append(option(status, status, counts.status.get(status)));
  }
  for (const file of data.files) $("file").append(option(file, file, counts.file.get(file)));
}

// After “back” and links. The list stays where it was if only the entry is another.
function followAddress() {
  clearTimeout(addressTimer);
  const before = fragment({ ...state, entry: "" });
  readAddress();
  if (fragment({ ...state, entry: "" }) === before) {
    activate(state.entry ? placeOf(index.named(state.entry)) : active);
  } else {
    fillForm();
    search();
  }
}

fillFilters();
readAddress();
fillForm();
search();
if (!state.entry) $("query").focus({ preventScroll: true });

$("search").addEventListener("submit", (event) => event.preventDefault());
$("query").addEventListener("input", () => change({ q: $("query").value }));
for (const name of FILTERS) $(name).addEventListener("change", () => change({ [name]: $(name).value }));
$("clear").addEventListener("click", clear);
$("list").addEventListener("click", (event) => {
  const chosen = event.target.closest("[role=option]");
  if (chosen) open(hits[chosen.getAttribute("aria-posinset") - 1].entry);
});
$("shown").addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) DEEDS[button.dataset.do](button);
  if (event.target.closest("a")) writeAddress({ step: false }); // “back” returns to what was searched for
});
document.addEventListener("keydown", onKey);
addEventListener("popstate", followAddress);
new IntersectionObserver(([mark]) => {
  if (mark.isIntersecting) showRows($("list").childElementCount + ROWS_AT_ONCE);
}).observe($("more"));

// On paper: the entry that is open, or else all that were found, in full.
addEventListener("beforeprint", () => {
  const chosen = state.entry ? [shownEntry()].filter(Boolean) : hits.map((hit) => hit.entry);
  $("printed").replaceChildren(...chosen.map((entry) => article(entry)));
});
addEventListener("afterprint", () => $("printed").replaceChildren());

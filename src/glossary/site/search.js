// Finding entries: by the rules of `glossary lookup` (lookup.py), but for a query that is still being typed: the last
// syllable or word may be incomplete, and typing errors count only where nothing else is found.

const Match = { WHOLE: 0, PINYIN: 1, START: 2, INITIALS: 3, PART: 4, AVOIDED: 5, ERROR: 6, NONE: 7 };

const NOTHING = [Match.NONE, ""];

const HAN = "\\u3400-\\u9fff〇\\u{20000}-\\u{3ffff}";
const HAS_HAN = new RegExp(`[${HAN}]`, "u");
const ALL_HAN = new RegExp(`^[${HAN}]+$`, "u");
const NEEDLESS_SPACE = new RegExp(` +(?=[${HAN}\\u3001-\\u3020])|(?<=[${HAN}\\u3001-\\u3020]) +`, "gu");
const MOST_INITIALS = 12;

// What entries are found by. `data` is what `Page` in data.py describes.
function createIndex(data) {
  const representative = new Map();
  for (const [character, others] of Object.entries(data.folds)) {
    for (const other of others) representative.set(other, character);
  }
  const syllables = new Map();
  for (const [character, spelt] of Object.entries(data.syllables)) syllables.set(character, spelt.split(" "));

  // The key of a Chinese form: what its spellings in either script have in common.
  function fold(text) {
    const known = Array.from(text.replace(/\p{Cf}/gu, ""), (c) => representative.get(c) ?? c);
    return known.join("").replace(/\s+/g, " ").replace(NEEDLESS_SPACE, "").trim();
  }

  const keyed = data.entries.map((entry, order) => {
    const forms = [entry.zh, ...(entry.variants ?? []), ...(entry.short ? [entry.short[0]] : [])];
    const renderings = [entry.en, ...(entry.allow ?? []), ...(entry.short ? [entry.short[1]] : [])];
    const keys = entry.keys ?? forms;
    const spelt = keys.map((key) =>
      ALL_HAN.test(key) ? Array.from(key, (character) => syllables.get(character) ?? []) : null,
    );
    return {
      entry, order, forms, renderings, keys, spelt,
      words: renderings.map(plain),
      avoided: (entry.forbid ?? []).map(plain),
    };
  });

  const byForm = new Map();
  for (const item of keyed) {
    for (const form of [...item.keys, ...item.forms]) if (!byForm.has(form)) byForm.set(form, item.entry);
  }
  // Of equally long ones that first which other entries build on: 国务院 before 公务员 for gwy.
  const shortestFirst = [...keyed].sort(
    (a, b) => a.entry.zh.length - b.entry.zh.length ||
      (b.entry.within ?? 0) - (a.entry.within ?? 0) ||
      a.entry.en.length - b.entry.en.length ||
      a.order - b.order,
  );
  return { keyed, shortestFirst, fold, named: (form) => byForm.get(form) ?? byForm.get(fold(form)) };
}

// The entries that answer a query, the best first, each with the form or rendering that does; all, where it is empty.
function find(index, query, isWanted) {
  const chinese = HAS_HAN.test(query);
  if (!query.trim()) return index.keyed.filter(({ entry }) => isWanted(entry)).map(({ entry }) => ({ entry }));
  const wanted = sought(chinese ? index.fold(query) : plain(query));
  if (!wanted.text) return [];
  const answer = chinese ? (item) => best(wanted, item.keys, item.forms) : (item) => latin(wanted, item);
  const found = collect(index, isWanted, answer);
  return found.length ? found : collect(index, isWanted, (item) => nearly(wanted, item, chinese));
}

// What is looked for: in Latin letters only at the beginning of a word.
function sought(text) {
  const words = text.split(" ");
  return {
    text,
    inside: /^[\x20-\x7e]+$/.test(text) ? " " + text : text,
    words: words.length > 1 ? words.map((word) => " " + word) : [],
    letters: text.replace(/ /g, "").replace(/(?<=[a-z])[1-5]/g, ""),
  };
}

function collect(index, isWanted, answer) {
  const byMatch = Array.from({ length: Match.NONE }, () => []);
  for (const item of index.shortestFirst) {
    if (!isWanted(item.entry)) continue;
    const [match, text] = answer(item);
    if (match < Match.NONE) byMatch[match].push({ entry: item.entry, match, text });
  }
  return byMatch.flat();
}

function latin(wanted, item) {
  let found = best(wanted, item.words, item.renderings);
  if (found[0] === Match.WHOLE) return found;
  item.spelt.forEach((form, i) => {
    const match = form ? spells(wanted.letters, form) : Match.NONE;
    if (match < found[0]) found = [match, item.forms[i]];
  });
  if (found[0] > Match.AVOIDED) {
    const i = item.avoided.findIndex((words) => words.startsWith(wanted.text));
    if (i >= 0) return [Match.AVOIDED, item.entry.forbid[i]];
  }
  return found;
}

// How the best of these keys answers, and the text that it is the key of.
function best(wanted, keys, texts) {
  let found = NOTHING;
  for (let i = 0; i < keys.length; i++) {
    const match = compare(wanted, keys[i]);
    if (match < found[0]) found = [match, texts[i]];
  }
  return found;
}

function compare(wanted, key) {
  if (key.startsWith(wanted.text)) return key === wanted.text ? Match.WHOLE : Match.START;
  if (key.includes(wanted.inside)) return Match.PART;
  const { words } = wanted;
  const isPart = words.length && words.every((word) => key.includes(word) || key.startsWith(word.slice(1)));
  return isPart ? Match.PART : Match.NONE;
}

// Whether a form, given as the syllables of each character, is read, begins or is abbreviated as these letters.
function spells(letters, form) {
  if (!form[0].some((syllable) => syllable[0] === letters[0])) return Match.NONE;
  let ends = new Set([0]);
  let begins = false;
  for (let i = 0; i < form.length && ends.size; i++) {
    const next = new Set();
    for (const end of ends) {
      for (const syllable of form[i]) {
        if (letters.startsWith(syllable, end)) next.add(end + syllable.length);
        else if (i > 0 && end < letters.length) begins ||= syllable.startsWith(letters.slice(end));
      }
    }
    ends = next;
    if (!ends.has(letters.length)) continue;
    if (i === form.length - 1) return Match.PINYIN;
    begins ||= i > 0;
  }
  if (begins) return Match.START;
  const abbreviates =
    letters.length > 1 && letters.length === form.length && form.length <= MOST_INITIALS &&
    form.every((spelt, i) => spelt.some((syllable) => syllable[0] === letters[i]));
  return abbreviates ? Match.INITIALS : Match.NONE;
}

function nearly(wanted, item, chinese) {
  if (wanted.text.length < (chinese ? 3 : 5)) return NOTHING;
  const usual = item.spelt.map((form) => (form ?? []).map((spelt) => spelt[0]).join(""));
  const pairs = chinese
    ? [[item.keys, item.forms, wanted.text]]
    : [[item.words, item.renderings, wanted.text], [usual, item.forms, wanted.letters]];
  for (const [keys, texts, text] of pairs) {
    const i = keys.findIndex((key) => isOneErrorApart(text, key));
    if (i >= 0) return [Match.ERROR, texts[i]];
  }
  return NOTHING;
}

// Whether a character was left out, added, mistaken or exchanged with its neighbour (Damerau 1964).
function isOneErrorApart(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  const rest = i + 1;
  if (short.slice(rest) === long.slice(rest)) return true;
  return short[i] === long[rest] && short[rest] === long[i] && short.slice(rest + 1) === long.slice(rest + 1);
}

// Words in lower case without accents, tone marks and tone numbers, a blank between.
function plain(text) {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, " ").replace(/(?<=[a-z])[1-5](?![0-9a-z])/g, "").trim();
}

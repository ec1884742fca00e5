// Search costs nothing until it is opened: only then is Pagefind's index fetched.
// Pagefind finds only records with all the words of a search, and ignores a word that it does not know. So each word is
// searched alone; records with more of the words come first, and results name the words that they lack.
{
  const home = new URL("..", document.currentScript.src);
  const dialog = document.querySelector("[data-x-search-dialog]");
  const input = dialog.querySelector("input");
  const kinds = dialog.querySelector(".x-search__kinds");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  const SHOWN = 20;
  const FEW = 5; // with fewer records that have every word, those with some are shown too
  const PAUSE = 120; // milliseconds without a key, after which a search begins
  const RANKING = { metaWeights: { title: 0, names: 0 } };
  const CALLED = 8; // added to a score of about 0 to 15 if a record has all the words in its title or names
  const EVIDENCE = ["Statements", "Sources", "Numbers", "Pages"]; // of less weight, since answers come before it
  // Words of questions that are not searched for.
  const EMPTY = new Set(
    ("a about after all an and any are as at be been being between but by can could define definition did do does " +
      "doing for from get gets getting give given gives got had happen happened happens has have having he her his " +
      "how i if in into is it its made make makes many me mean meaning means much my no not of on or our over say " +
      "said says she should so some tell than that the their them then there these they this those to up was we " +
      "were what when where whether which who whom whose why will with would you your").split(" "),
  );
  let kindOf = new Map(); // by the id of a record in the index
  let engine = null;
  let kind = null;
  let latest = 0;
  let timer = 0;

  const start = async () => {
    const module = await import(new URL("pagefind/pagefind.js", home));
    await module.options({ baseUrl: home.pathname, excerptLength: 24, ranking: RANKING });
    const kinds = await fetch(new URL("pagefind/kinds.json", home));
    kindOf = new Map(Object.entries(await kinds.json()));
    return module;
  };

  // Returns text as Pagefind reads it: without accents, capitals and marks.
  const plain = (text) =>
    text
      .normalize("NFD")
      .toLowerCase()
      .replace(/[\p{Pd}/]/gu, " ")
      .replace(/[^\p{L}\p{N}\s]/gu, "")
      .trim();

  // Returns the words to search for; a search in quotation marks stays whole.
  const wordsOf = (text) => {
    const words = plain(text).split(/\s+/).filter(Boolean);
    if (/^\s*["“].+["”]\s*$/.test(text)) return [`"${words.join(" ")}"`];
    const telling = words.filter((word) => !EMPTY.has(word));
    return [...new Set(telling.length ? telling : words)].slice(0, 12);
  };

  // Whether a result has the word: instead of an unknown one, Pagefind searches its longest known beginning.
  const isMeant = async (word, result) => {
    const { meta, raw_content: text } = await result.data();
    const beginning = word.slice(0, Math.min(4, Math.max(1, word.length - 1)));
    const all = [meta.title, meta.names ?? "", text].join(" ");
    const joined = all.replace(/\p{Pd}/gu, ""); // Pagefind knows a word with a hyphen by its parts and as one
    return plain(`${all} ${joined}`).split(/\s+/).some((one) => one.startsWith(beginning));
  };

  const resultsOf = async (word) => {
    const { results } = await engine.search(word);
    const isKnown = results.length && (word.startsWith('"') || (await isMeant(word, results[0])));
    return isKnown ? results : [];
  };

  // Returns by the id of each record the words that it has, and how many of them are in its title or other names.
  const having = async (words) => {
    const found = new Map();
    const each = await Promise.all(words.map(resultsOf));
    words.forEach((word, index) => {
      for (const { id, matchedMetaFields } of each[index]) {
        const had = found.get(id) ?? { words: [], called: 0 };
        found.set(id, { words: [...had.words, word], called: had.called + (matchedMetaFields ? 1 : 0) });
      }
    });
    return found;
  };

  // Returns the records with every word; if they are few, also all with some.
  const enough = (found, all) => {
    const whole = [...found].filter(([, { words }]) => words.length === all);
    return whole.length < FEW ? found : new Map(whole);
  };

  // Returns the results to show: those with most words first, then by how well they fit.
  const ranked = async (found, all) => {
    const first = [];
    const weigh = ({ id, score }) =>
      (score + CALLED * found.get(id).called) / (EVIDENCE.includes(kindOf.get(id)) ? 1.5 : 1);
    for (let count = all; count > 0 && first.length < SHOWN; count -= 1) {
      const level = [...found].filter(([, { words }]) => words.length === count);
      const searches = [...new Set(level.map(([, { words }]) => words.join(" ")))];
      const each = await Promise.all(
        searches.map(async (search) =>
          (await engine.search(search)).results.filter(({ id }) => found.get(id)?.words.join(" ") === search),
        ),
      );
      first.push(...each.flat().sort((one, other) => weigh(other) - weigh(one)));
    }
    const results = first.slice(0, SHOWN);
    return Promise.all(results.map(async ({ id, data }) => ({ id, ...(await data()) })));
  };

  // Returns the results with those first whose title is the search itself, in the singular or plural.
  const named = (results, words) => {
    const isLike = (one, other = "") =>
      (one.startsWith(other) || other.startsWith(one)) && Math.abs(one.length - other.length) < 3;
    const isNamed = ({ meta }) => {
      const title = wordsOf(meta.title);
      return title.length === words.length && words.every((word, index) => isLike(word, title[index]));
    };
    return [...results.filter(isNamed), ...results.filter((result) => !isNamed(result))];
  };

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const item = (result, missing) => {
    const made = document.createElement("li");
    const link = element("a", "", result.meta.title);
    link.href = result.url;
    const excerpt = document.createElement("span");
    excerpt.className = "x-meta";
    excerpt.innerHTML = result.excerpt; // Pagefind escapes the text and adds <mark>
    made.append(element("span", "x-tag", kindOf.get(result.id)), " ", link, excerpt);
    if (missing.length) made.append(element("em", "x-meta", `without: ${missing.join(", ")}`));
    return made;
  };

  const showKinds = (found) => {
    const held = kinds.contains(document.activeElement) && document.activeElement.value;
    const counts = new Map(kind ? [[kind, 0]] : []);
    for (const id of found.keys()) counts.set(kindOf.get(id), (counts.get(kindOf.get(id)) ?? 0) + 1);
    kinds.replaceChildren(
      ...[...counts].sort().map(([name, count]) => {
        const button = element("button", "x-tool", `${name} ${count}`);
        button.type = "button";
        button.value = name;
        button.setAttribute("aria-pressed", String(name === kind));
        return button;
      }),
    );
    if (held) (kinds.querySelector(`[value="${held}"]`) ?? input).focus();
  };

  const summary = (found, all) => {
    const whole = [...found.values()].filter(({ words }) => words.length === all).length;
    const some = found.size - whole;
    const more = found.size > SHOWN ? `; the first ${SHOWN} are shown` : "";
    if (!found.size) return "Nothing found";
    if (!some) return `${whole} found${more}`;
    return `${whole || "Nothing"} found with all the words; ${some} with some of them${more}`;
  };

  const find = async () => {
    const turn = ++latest;
    const words = wordsOf(input.value);
    const wide = enough(await having(words), words.length);
    const found = kind ? new Map([...wide].filter(([id]) => kindOf.get(id) === kind)) : wide;
    const results = named(await ranked(found, words.length), words);
    if (turn !== latest) return;
    const missing = ({ id }) => words.filter((word) => !found.get(id).words.includes(word));
    status.textContent = words.length ? summary(found, words.length) : "";
    showKinds(wide);
    list.replaceChildren(...results.map((result) => item(result, missing(result))));
    list.ariaBusy = "false";
  };

  const open = async () => {
    dialog.showModal();
    input.select();
    try {
      engine ??= await start();
    } catch {
      status.textContent = "Search needs a web server: it does not work from a file.";
      return;
    }
    await find();
  };

  // Moves the focus between the field and the results, up or down.
  const move = (event) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = to && stops[stops.indexOf(document.activeElement) + to];
    if (!next || !stops.includes(document.activeElement)) return;
    event.preventDefault();
    next.focus();
  };

  for (const button of document.querySelectorAll("[data-x-search]")) {
    button.addEventListener("click", () => {
      kind = button.dataset.xSearch || null;
      if ("xMissing" in button.dataset) input.value = location.pathname.replace(/.*\/|\.html?$/g, "").replaceAll("-", " ");
      open();
    });
  }
  dialog.querySelector("[data-x-close]").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!engine) return;
    clearTimeout(timer);
    await find();
    list.querySelector("a")?.click();
  });
  dialog.addEventListener("keydown", move);
  kinds.addEventListener("click", (event) => {
    if (!event.target.value) return;
    kind = event.target.value === kind ? null : event.target.value;
    find();
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) dialog.close();
  });
  input.addEventListener("input", () => {
    if (!engine) return;
    list.ariaBusy = "true";
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !dialog.open) {
      event.preventDefault();
      open();
    }
  });
}

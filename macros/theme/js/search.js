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
  const LONGEST = 40; // words of a sentence that are shown, from a few before the first that was searched for
  const LEAD = 8;
  const PAUSE = 120; // milliseconds after the last key until a search begins
  const RANKING = { metaWeights: { title: 0, names: 0, answer: 0 } };
  const CALLED = 8; // added to a score of about 0 to 15 if a record has the word in its title or names
  const LIKE = 0.7; // weight of a synonym, relative to the word itself
  const EVIDENCE = { Statements: 3, Sources: 1.5, Numbers: 1.5, Pages: 1.5 }; // divisors of weights, so that answers come first
  const ON_DAY = 100; // factor for an event of the day or month that a search names; less if it names more
  const IN_PERIOD = 1.5; // factor for an event or a number of the month or year that a search names beside other words
  const ASKED = 1000; // factor for what a search asks for by words for it alone
  const RARE = 16; // added to the records that have a word, so that one in two tells no more than twice one in ten
  const OTHERS = 2; // with more other words than this, a search is not one for a day
  // Questions, with factors for the kinds of record that answer them. Each is a pattern for plain words with a space
  // between them, before and after: in other languages their own such words, without accents.
  const WANTED = [
    [_("^ who "), { People: 1.5 }],
    [_(" how (many|much|large|big|high) | numbers? | percent"), { Numbers: 1.3, "Who says what": 1.5 }],
    [_("^ when "), { Events: 1.5 }],
    [_(" (charts?|graphs?|statistics) "), { Numbers: 2 }],
    [_("^ where "), { Events: 1.5, "Who says what": 1.5 }],
    [_(" (fined? |penalt|punish|prison|jail|sentence)"), { Law: 1.5 }],
    [_(" (stop|block|halt|strike|struck|uphold|upheld)"), { Events: 2 }],
    [_(" (in force|still|lasted|last|end|ended) "), { Documents: 2 }],
    [_(" (critic|opinion|oppos|object)"), { Pages: 2 }],
    [_("^ why "), { Pages: 1.5, "Who says what": 1.5 }],
    [_("^ what (is|are) (an? |the )?[^ ]+ ([^ ]+ )?$| means? | defin"), { Terms: 1.5 }],
  ];
  // Words of questions that are not searched for; one that stands for others is searched for as those.
  const EMPTY = new Set(
    // In other languages their own such words, without accents.
    _("a about after all also an and any anybody anyone anything are as at away be been being between but by can cannot " +
      "cant could define definition did didnt do does doesnt doing dont each else even for from get gets getting give given " +
      "gives go goes going got had happen happened happens has hasnt have having he her him his how i if im in into is " +
      "isnt it its just kind long made make makes many may me mean meaning means might more much must my no not number " +
      "numbers of on only or other our over part please really same say said says she should so some somebody someone " +
      "something still tell than that the their them then there these they this those to told too up us use used very " +
      "want wanted wants was wasnt we went were what whats when where whether which who whom whos whose why will with " +
      "would you your").split(" "),
  );
  // What each kind of record is called; the index and the addresses of searches name it in English.
  const KINDS = {
    Corrections: _("Corrections"),
    Documents: _("Documents"),
    Events: _("Events"),
    Law: _("Law"),
    Numbers: _("Numbers"),
    Pages: _("Pages"),
    People: _("People"),
    Sources: _("Sources"),
    Statements: _("Statements"),
    Terms: _("Terms"),
    "Who says what": _("Who says what"),
  };
  const nameOf = (kind) => KINDS[kind] ?? kind;
  let kindOf = new Map(); // by the id of a record in the index
  let askedBy = new Map(); // the words of a document's label, and all words by which it or a page is asked for, by its id
  let dayOf = new Map(); // of an event, "2017-04-11", by its id
  let alike = new Map(); // words that mean about the same, by word
  let spelled = new Map(); // words of the index by another way to write them
  let suggested = [];
  let engine = null;
  let kind = null;
  let latest = 0;
  let timer = 0;

  const start = async () => {
    const module = await import(new URL("pagefind/pagefind.js", home));
    await module.options({ baseUrl: home.pathname, excerptLength: 1, ranking: RANKING });
    const data = await (await fetch(new URL("pagefind/explainer.json", home))).json();
    kindOf = new Map(Object.entries(data.kinds));
    const wordsFor = ([label, words]) => ({ label: new Set(wordsOf(label)), known: new Set(plain(words).split(/\s+/)) });
    askedBy = new Map(Object.entries(data.asked).map(([id, own]) => [id, wordsFor(own)]));
    dayOf = new Map(Object.entries(data.days));
    spelled = new Map(Object.entries(data.spelled));
    suggested = data.suggested;
    for (const group of data.alike.map((words) => words.map(plain))) {
      for (const word of group) alike.set(word, [...(alike.get(word) ?? []), ...group.filter((one) => one !== word)]);
    }
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

  const MONTHS = Array.from({ length: 12 }, (_none, month) =>
    plain(new Intl.DateTimeFormat(document.documentElement.lang, { month: "long" }).format(new Date(2000, month))),
  );
  const inWords = (text) =>
    text.replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, (_all, year, month, day) => `${+day} ${MONTHS[month - 1]} ${year}`);

  const isMonth = (word) => word.length > 2 && MONTHS.some((month) => month.startsWith(word));
  const inMonth = new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", year: "numeric" });

  // Returns the day, month or year that a search names: what its events begin with, "11 April" in any year, and as
  // numbers name it, unless it is a day; {} if it names none.
  const askedDay = (text) => {
    const words = plain(inWords(text)).split(/\s+/);
    const year = words.find((word) => /^(1[5-9]|20)\d\d$/.test(word));
    const at = words.findIndex(isMonth);
    const near = at < 0 ? [] : words.slice(Math.max(0, at - 2), at + 4).filter((word) => /^\d/.test(word)).map(parseFloat);
    const day = near.find((number) => number > 0 && number < 32);
    if (at < 0 || !(day || year)) return { period: year };
    const month = MONTHS.findIndex((name) => name.startsWith(words[at]));
    const two = (number) => String(number).padStart(2, "0");
    const begins = new RegExp(`^${year ?? "\\d{4}"}-${two(month + 1)}${day ? `-${two(day)}` : ""}`);
    return { begins, period: day ? undefined : plain(inMonth.format(new Date(year, month))) };
  };

  // Whether two words are the same, but for an ending such as that of a plural.
  const isLike = (one, other = "") => {
    const isLonger = (one.startsWith(other) || other.startsWith(one)) && !/^\d/.test(one);
    return one === other || (isLonger && Math.abs(one.length - other.length) < 3);
  };

  // Returns how many of the words to search for name no day.
  const besides = (words) => words.filter((word) => !/^\d/.test(word) && !isMonth(word)).length;

  // Letters of Chinese and Japanese, which have no spaces between words; each stands alone in the index.
  const LETTER = "[\\u3005-\\u3007\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]";
  const GAP = new RegExp(`(?<=${LETTER}(?:</?mark>)*) +(?=(?:</?mark>)*${LETTER})`, "g");
  const parted = (word) => {
    const letters = word.replace(new RegExp(LETTER, "g"), " $& ").split(/\s+/).filter(Boolean);
    return letters.length > 1 ? `"${letters.join(" ")}"` : word;
  };

  // Returns the words to search for; a search in quotation marks stays whole.
  const wordsOf = (text) => {
    const words = plain(inWords(text)).split(/\s+/).filter(Boolean);
    if (/^\s*["“].+["”]\s*$/.test(text)) return [`"${words.join(" ")}"`];
    const telling = words.filter((word) => !EMPTY.has(word) || alike.has(word));
    return [...new Set(telling.length ? telling : words)].slice(0, 12).map(parted);
  };

  // Whether a result has the word: instead of an unknown one, Pagefind searches its longest known beginning.
  const isMeant = async (word, result) => {
    const { meta, raw_content: text } = await result.data();
    const beginning = word.slice(0, Math.min(4, Math.max(1, word.length - 1)));
    const all = [meta.title, meta.names ?? "", text].join(" ");
    const joined = all.replace(/\p{Pd}/gu, ""); // Pagefind knows a word with a hyphen by its parts and as one
    return plain(`${all} ${joined}`).split(/\s+/).some((one) => one.startsWith(beginning));
  };

  // Whether a result has the word in its title or names.
  const isCalled = ({ matchedMetaFields: fields = [] }) => fields.includes("title") || fields.includes("names");

  // Returns the results for a word; a number is one only as a whole, so that "5000" does not find 500,000.
  const resultsOf = async (word) => {
    const { results } = await engine.search(word);
    if (/^\d+$/.test(word)) {
      const whole = new Set((await engine.search(`"${word}"`)).results.map(({ id }) => id));
      return results.filter((one) => whole.has(one.id) || isCalled(one));
    }
    const isKnown = results.length && (word.startsWith('"') || (await isMeant(word, results[0])));
    return isKnown ? results : [];
  };

  // Returns the words to search for instead of one, each with its weight: "hr12" may be written in two parts.
  const variants = (word) => {
    const parts = word.match(/^([a-z]+)(\d+)$/);
    const own = [word, ...(spelled.get(word) ?? []), ...(parts ? [`"${parts[1]} ${parts[2]}"`] : [])];
    const others = own.flatMap((one) => alike.get(one) ?? []);
    if (EMPTY.has(word) && others.length) return others.map((one) => [one, 1]);
    return [...own.map((one) => [one, 1]), ...others.map((one) => [one, LIKE])];
  };

  // Returns by the id of each record how well it fits a word, or the best of those that stand for it.
  const fitting = async (word) => {
    const best = new Map();
    const each = variants(word).map(async ([variant, weight]) => [weight, await resultsOf(variant)]);
    for (const [weight, results] of await Promise.all(each)) {
      for (const result of results) {
        const { id } = result;
        const fit = weight * (result.score + (isCalled(result) ? CALLED : 0));
        const had = best.get(id) ?? { fit: -1, part: 0 };
        const part = Math.max(had.part, weight);
        best.set(id, fit > had.fit ? { fit, result, part } : { ...had, part });
      }
    }
    return best;
  };

  // Returns how much a word tells: less if more records have it.
  const rarity = (fits) => 1 / Math.log(RARE + [...fits.values()].filter(({ part }) => part === 1).length);

  // Returns by the id of each record the words that it has, how well it fits them, its share of them (one that means
  // about the same counts as a part), and its result for each of them: Pagefind forgets the data of a result that
  // nobody holds any more.
  const having = async (words) => {
    const found = new Map();
    const each = await Promise.all(words.map(fitting));
    const rarities = each.map(rarity);
    const whole = rarities.reduce((sum, one) => sum + one, 0);
    words.forEach((word, index) => {
      for (const [id, { fit, result, part }] of each[index]) {
        const had = found.get(id) ?? { words: [], score: 0, share: 0, results: [] };
        found.set(id, {
          words: [...had.words, word],
          score: had.score + fit * rarities[index] * words.length / whole,
          share: had.share + part * rarities[index] / whole,
          results: [...had.results, result],
        });
      }
    });
    return found;
  };

  // Returns a function from the id of a record to how much more weight it has as one of what askedDay returns.
  const dayWeight = async ({ begins, period }, others, wanted) => {
    const isTold = period && others && (others <= OTHERS || wanted.Numbers);
    const numbers = new Set(isTold ? (await engine.search(`"${period}"`)).results.map(({ id }) => id) : []);
    const more = period && others ? IN_PERIOD : others > OTHERS ? 1 : ON_DAY / Math.max(1, others) ** 2;
    const isOf = (id) => begins?.test(dayOf.get(id)) || (kindOf.get(id) === "Numbers" && numbers.has(id));
    return (id) => (isOf(id) ? more : 1);
  };

  // Returns the records with every word, of the day or asked for; if they are few, also all with some.
  const enough = (found, count, onDay, asked) => {
    const isWhole = ([id, { words }]) => words.length === count || onDay(id) > IN_PERIOD || asked.has(id);
    const whole = [...found].filter(isWhole);
    return whole.length < FEW ? found : new Map(whole);
  };

  // Returns the results to show: those first that have the most words and fit them best.
  const ranked = async (found, wanted, onDay, asked, most) => {
    const weigh = ([id, { score, share }]) => {
      const kind = kindOf.get(id);
      return score * share ** 2 * (wanted[kind] ?? 1 / (EVIDENCE[kind] ?? 1)) * onDay(id) * (asked.has(id) ? ASKED : 1);
    };
    const first = [...found].sort((one, other) => weigh(other) - weigh(one)).slice(0, most);
    return Promise.all(
      first.map(async ([id, { results }]) => {
        const each = await Promise.all(results.map((result) => result.data()));
        return { ...each[0], id, places: each.map(({ locations }, index) => [results[index].score, locations]) };
      }),
    );
  };

  // Returns the ids of what a search asks for by words for it alone: of a document by its label, and of another page
  // also by the labels of documents.
  const askedFor = (words) => {
    const forms = new Map(words.map((word) => [word, variants(word).map(([one]) => one)]));
    const has = (known) => (word) =>
      forms.get(word).some((one) => known.has(one)) || [...known].some((one) => isLike(word, one));
    const labels = [...askedBy.values()].flatMap(({ label }) => [...label]);
    const others = words.filter((word) => !labels.includes(word));
    const isMeant = ([, { label, known }]) =>
      label.size
        ? besides(words.filter(has(label))) && words.every(has(known))
        : others.length && others.every(has(known));
    return new Set([...askedBy].filter(isMeant).map(([id]) => id));
  };

  // Returns the results with those first whose title or other name is the search itself, in the singular or plural.
  const named = (results, words) => {
    const isIt = (name) => {
      const own = wordsOf(name);
      return own.length === words.length && words.every((word, index) => isLike(word, own[index]));
    };
    const isNamed = ({ meta }) => isIt(meta.title) || (meta.names ?? "").split("; ").some(isIt);
    return [...results.filter(isNamed), ...results.filter((result) => !isNamed(result))];
  };

  const line = (kind, title, href, answer) => {
    const made = element("li");
    made.append(element("span", { className: "x-tag", textContent: kind }), " ", element("a", { textContent: title, href }));
    if (answer) made.append(element("span", { className: "x-search__answer x-compact", textContent: answer }));
    return made;
  };

  // Returns the answer of a result: of numbers, the one of the period that is asked for, where there is just one.
  const answerOf = ({ id, meta, raw_content: text }, { period }) => {
    const isOf = (one) => plain(one).endsWith(` ${period}`);
    const [number, ...others] = kindOf.get(id) === "Numbers" && period ? text.split(/;\s*/).filter(isOf) : [];
    return others.length ? meta.answer : (number ?? meta.answer);
  };

  // Returns a function from positions of words in a text to whether they are of its answer, with which it begins, but
  // for a date.
  const inAnswer = (text, answer) => {
    const count = (part) => part.split(/\s+/).length;
    const spaced = answer.replace(new RegExp(LETTER, "g"), " $& ").replace(/\s+/g, " ").trim();
    const [before] = text.split(spaced);
    const begin = spaced && /(^|[.。] )$/.test(before) ? count(before) - 1 : Infinity;
    return (place) => place >= begin && place < begin + count(spaced);
  };

  // Returns the positions of words, sentence by sentence.
  const sentencesOf = (words) => {
    const sentences = [[]];
    words.forEach((word, place) => {
      sentences.at(-1).push(place);
      if (/[.!?;。！？][”’")]*$/.test(word) && !/\p{Lu}\.$/u.test(word)) sentences.push([]);
    });
    return sentences;
  };

  // Returns the sentence of a result that best has words of the search which its answer lacks, as HTML with words of the
  // search marked; "" if none has. Places are a score and positions for each word, as Pagefind counts words of a text.
  const passage = ({ raw_content: text, places }, answer) => {
    const words = text.split(/\s+/);
    const isTold = inAnswer(text, answer);
    const lacking = places.filter(([, own]) => !own.some(isTold));
    const sentences = sentencesOf(words).filter(([first]) => !isTold(first));
    const worth = (sentence, each) => {
      const scores = each.map(([score, own]) => (own.some((place) => sentence.includes(place)) ? score : 0));
      return scores.reduce((sum, score) => sum + score, 0);
    };
    const best = sentences.reduce((one, other) => (worth(other, lacking) > worth(one, lacking) ? other : one), []);
    if (!worth(best, lacking)) return "";
    const marked = new Set(places.flatMap(([, own]) => own));
    const from = best.length > LONGEST ? Math.max(0, best.findIndex((place) => marked.has(place)) - LEAD) : 0;
    const shown = best.slice(from, from + LONGEST);
    const one = (place) => element(marked.has(place) ? "mark" : "i", { textContent: words[place] }).outerHTML;
    const html = shown.map(one).join(" ").replace(/<\/?i>/g, "");
    return html.replace(GAP, "").replaceAll("</mark><mark>", "");
  };

  const item = (result, answer = "", missing) => {
    const made = line(nameOf(kindOf.get(result.id)), result.meta.title, result.url, answer);
    const innerHTML = passage(result, answer);
    if (innerHTML) made.append(" ", element("span", { className: "x-meta", innerHTML }));
    const textContent = _("without: %(words)s", { words: missing.join(", ").replace(GAP, "") });
    if (missing.length) made.append(element("em", { className: "x-meta", textContent }));
    return made;
  };

  // Shows what there is to find, before anything is searched for, and when nothing was found.
  const suggest = (intro = _("Where to begin:"), nothing = "") => {
    status.textContent = suggested.length ? intro : nothing;
    kinds.replaceChildren();
    list.replaceChildren(
      ...suggested.map(({ kind, title, url, answer }) => line(nameOf(kind), title, home.pathname + url, answer)),
    );
  };

  const showKinds = (found) => {
    const held = kinds.contains(document.activeElement) && document.activeElement.value;
    const counts = new Map(kind ? [[kind, 0]] : []);
    for (const id of found.keys()) counts.set(kindOf.get(id), (counts.get(kindOf.get(id)) ?? 0) + 1);
    kinds.replaceChildren(
      ...[...counts].sort().map(([name, count]) => {
        const textContent = `${nameOf(name)} ${count}`;
        return element("button", { className: "x-tool", type: "button", value: name, ariaPressed: name === kind, textContent });
      }),
    );
    if (held) (kinds.querySelector(`[value="${held}"]`) ?? input).focus();
  };

  const summary = (found, whole, most) => {
    const some = found.size - whole;
    const parts = [_("Nothing found")];
    if (whole && some) parts[0] = _("%(whole)s found with all the words; %(some)s with some of them", { whole, some });
    else if (whole) parts[0] = ngettext("%(num)s found", "%(num)s found", whole);
    else if (some) parts[0] = _("Nothing found with all the words; %(some)s with some of them", { some });
    if (found.size > most) parts.push(_("the first %(count)s are shown", { count: most }));
    return parts.join("; ");
  };

  const show = async (words, turn) => {
    if (!words.length) return suggest();
    const isAsked = ([asked]) => new RegExp(asked).test(` ${plain(input.value).replace(/\s+/g, " ")} `);
    const wanted = Object.fromEntries(WANTED.filter(isAsked).flatMap(([, more]) => Object.entries(more)));
    const day = askedDay(input.value);
    const onDay = await dayWeight(day, besides(words), wanted);
    const asked = askedFor(words);
    const wide = enough(await having(words), words.length, onDay, asked);
    const found = kind ? new Map([...wide].filter(([id]) => kindOf.get(id) === kind)) : wide;
    const whole = [...found.values()].filter((one) => one.words.length === words.length).length;
    const most = whole ? SHOWN : FEW;
    const results = named(await ranked(found, wanted, onDay, asked, most), words);
    if (turn !== latest) return;
    if (!wide.size) return suggest(_("Nothing found. Where to begin:"), _("Nothing found"));
    const missing = ({ id }) => (asked.has(id) ? [] : words.filter((word) => !found.get(id).words.includes(word)));
    status.textContent = summary(found, whole, most);
    showKinds(wide);
    list.replaceChildren(...results.map((result) => item(result, answerOf(result, day), missing(result))));
  };

  // Whether it succeeds or not, the latest search leaves the list ready for the next.
  const find = async () => {
    const turn = ++latest;
    try {
      await show(wordsOf(input.value), turn);
    } catch {
      if (turn === latest) status.textContent = _("The results could not be loaded. Search again.");
    }
    if (turn === latest) list.ariaBusy = "false";
  };

  const open = async () => {
    dialog.showModal();
    input.select();
    try {
      engine ??= await start();
    } catch {
      status.textContent = _("Search needs a web server: it does not work from a file.");
      return;
    }
    await find();
  };

  // Moves the focus between the field and the results, up or down.
  const move = (event) => {
    if (event.key === "Escape" && !event.isComposing) dialog.close(); // a field of this kind would only empty itself at first
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

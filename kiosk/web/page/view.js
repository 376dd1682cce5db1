// Sets the page that is open into the document. What was set in HTML beforehand comes from our own
// words; what a visitor has typed is only ever put in as text.

import { asEnglish, unmarked } from "./language_marks.js";
import { answerTo, faultIn, hereOf, isTicked, kindOf, stepOf } from "./navigation.js";
import { openCount, openingWords, filled } from "./opening.js";

const policy = globalThis.trustedTypes?.createPolicy("kiosk", { createHTML: (html) => html });
const asHtml = (text) => policy?.createHTML(text) ?? text;
const asDocument = (html) => {
  const made = document.createElement("template");
  made.innerHTML = asHtml(html);
  return made.content;
};
const NOTHING = { hits: [], danger: "", isElsewhere: false };
const FEWEST_PARTS = 3; // of a page that has its contents beside it

export function element(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.append(text);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

// A language's words, with the pieces of HTML of its pages: bundle.py says how they are told.
// `first` are the pieces of the first language, on which this one counts on.
export function told(words, first = []) {
  let next = first.length;
  const number = (each) => (each ? each - 1 : next++);
  const pages = {};
  for (const [name, { easy: inSteps, ...page }] of Object.entries(words.pages)) {
    page.steps = [page.blocks.map(number)];
    page.beside = page.beside.map(number);
    pages[name] = page;
    if (!inSteps) continue;
    const steps = inSteps.steps.map((step) => step.map(number));
    page.inEasyWords = { ...page, ...inSteps, steps, beside: inSteps.beside?.map(number) ?? page.beside };
  }
  return { words: { ...words, pages }, blocks: [...first, ...words.blocks], search: {} };
}

// What there is to know of the page that is open: the variant that this visit is to see.
export function pageOf(visit, { words, blocks }) {
  const place = hereOf(visit);
  const name = kindOf(place) === "search" ? "search" : place.split("|").slice(0, 3).join("|").replace(/\|+$/, "");
  const { answered, count } = visit.consent;
  const variants = [
    stepOf(place) > 0 && place,
    answered && `${name}~${count ? "yes" : "no"}`,
    name,
    "trouble",
  ];
  const whole = words.pages[variants.find((variant) => words.pages[variant])];
  const page = (visit.comfort.words === "easy" && whole.inEasyWords) || whole;
  const step = page.steps[Math.min(stepOf(place) || 1, page.steps.length) - 1];
  const htmlOf = (numbers) => numbers.map((number) => blocks[number]).join("");
  return { ...page, html: htmlOf(step), beside: htmlOf(page.beside) };
}

// Shows a page whole, its heading first.
export function show(main, visit, language, page) {
  main.dataset.kind = kindOf(hereOf(visit));
  main.lang = page.lang ?? language.words.language;
  main.dir = page.lang ? "ltr" : language.words.direction; // what is not translated is English
  const text = element("div", "", { class: "text" });
  text.innerHTML = asHtml(page.html);
  const title = element("h1", page.title, { id: "title", tabindex: "-1" });
  text.prepend(...(page.aside ? [element("p", page.aside, { class: "aside" })] : []), title);
  const side = element("aside");
  side.innerHTML = asHtml(page.beside);
  main.replaceChildren(text, side);
  complete(main, visit, language);
  if (page.reading) listContents(side, text, language.words);
}

// What a page has that no one could know beforehand: the time, and what this visitor has said.
function complete(main, visit, language) {
  const { words } = language;
  const now = Date.now();
  const place = hereOf(visit);
  for (const each of main.querySelectorAll("[data-helpline]")) {
    const hours = words.helplines[each.dataset.helpline];
    if (hours !== "always" || !each.textContent) {
      each.textContent = openingWords(hours, now, words) || each.textContent;
    }
    if (!each.textContent) each.remove();
  }
  const [kind, form, part] = place.split("|");
  if (kind === "plan") addTicks(main, visit, place);
  addShown(main, place, language);
  addWays(main, words);
  if (kind === "start") say(choiceTo(main, "people"), "i", openCount(now, words));
  if (kind === "breath" && visit.comfort.motion !== "still") addBreath(main, words.words);
  if (kind === "comfort") markWishes(main, visit, words);
  if (kind === "search") completeSearch(main, place.slice("search|".length), language);
  if (kind === "form") completeForm(main, visit, words, form, part);
}

// Below words to say, the way to see them large; the pages of a place's words are numbered.
function addShown(main, place, { words, blocks }) {
  const [, name, part = ""] = place.split("|");
  const shown = new Map();
  for (const base of part ? [["show", name, part], ["show", name, ""]] : [["show", name, ""]]) {
    for (let number = 1; ; number += 1) {
      const to = [...base, number > 1 ? number : ""].join("|").replace(/\|+$/, "");
      if (!words.pages[to]) break;
      shown.set(bare(asDocument(blocks[words.pages[to].steps[0][0]]).textContent), to);
    }
  }
  for (const quote of main.querySelectorAll("blockquote")) {
    const to = shown.get(bare(quote.textContent));
    if (to) quote.append(element("button", words.words["command.show"], { type: "button", "data-to": to }));
  }
}

// From web addresses to the pages that say what comes of opening them.
function addWays(main, { language, pages }) {
  for (const each of main.querySelectorAll("span.address")) {
    const to = `take|https://${each.textContent}`;
    if (!pages[to]) continue;
    const address = language === "en" ? each.textContent : asEnglish(each.textContent);
    each.replaceWith(element("a", address, { class: "address", role: "link", tabindex: 0, "data-to": to }));
  }
}

const bare = (text) => text.replace(/["“”]/g, "").replace(/\s+/g, " ").trim();

// Beside each step of a plan, what ticks it off.
function addTicks(main, { done }, place) {
  for (const list of main.querySelectorAll("ol.steps")) {
    for (const [number, item] of [...list.children].entries()) {
      const step = `${place}|${number + 1}`;
      const words = element("div");
      words.append(...item.childNodes);
      words.id = `step-${number + 1}`;
      const tick = element("button", String(number + 1), {
        type: "button", role: "checkbox", "data-to": `!tickstep|${step}`,
        "aria-checked": done.includes(step), "aria-labelledby": words.id,
      });
      item.append(tick, words);
    }
  }
}

// A bar that grows and shrinks for a minute, above the words for whoever sees none; style.css moves
// it, where the system has nothing against that.
function addBreath(main, words) {
  const bar = element("div", "", { class: "bar" });
  const figure = element("div", bar, { class: "breath", "aria-hidden": "true" });
  figure.prepend(...["in", "out"].map((way) => element("p", words[`breath.${way}`], { class: way })));
  const stop = element("ul", choice("!change|motion|still", words["breath.stop"]), { class: "choices", role: "list" });
  main.querySelector(".text > ol").before(figure, stop);
  bar.addEventListener("animationend", () => {
    figure.replaceWith(element("p", element("strong", words["breath.over"]), { role: "status" }));
    stop.replaceChildren(choice("!breathe", words["breath.again"]));
  });
}

const choiceTo = (main, to) => main.querySelector(`button[data-to="${CSS.escape(to)}"]`);

function say(choice, tag, text) {
  if (!choice || !text) return;
  choice.querySelector(tag)?.remove();
  choice.append(" ", element(tag, text));
}

function markWishes(main, { comfort }, words) {
  const present = { ...comfort, theme: document.documentElement.dataset.theme };
  for (const choice of main.querySelectorAll('[data-to^="!change|"]')) {
    const [, wish, value] = choice.dataset.to.split("|");
    choice.setAttribute("aria-pressed", present[wish] === value);
    if (present[wish] === value) say(choice, "i", words.words["comfort.now"]);
  }
}

function completeForm(main, visit, words, form, part) {
  const questions = words.forms[form];
  const asked = questions.find(({ name }) => name === part);
  for (const choice of main.querySelectorAll(".choices [role=checkbox]")) {
    choice.setAttribute("aria-checked", isTicked(visit, ...choice.dataset.to.split("|").slice(1)));
  }
  if (!asked) {
    for (const question of questions) {
      const shown = question.page && choiceTo(main, question.page);
      say(shown, "span", shownAnswer(visit, form, question) || words.words["form.nothing"]);
    }
    return;
  }
  const box = main.querySelector("#box");
  if (box) box.value = answerTo(visit, form, part);
  const fault = visit.askedAgain.includes(`${form}|${part}`) && faultIn(visit, form, asked);
  if (!fault) return;
  box?.setAttribute("aria-invalid", "true");
  main.querySelector("h1").after(element("p", asked.faults[fault], { class: "fault", role: "alert" }));
}

function shownAnswer(visit, form, { name, options }) {
  const lines = answerTo(visit, form, name).trim().split("\n");
  return Object.keys(options).length ? lines.filter(Boolean).map((each) => options[each]).join(", ") : lines.join("\n");
}

function completeSearch(main, query, language) {
  const box = main.querySelector("#box");
  box.value = query;
  box.type = "search";
  box.after(element("div", "", { id: "found" }));
  box.after(element("p", "", { id: "count", role: "status" }));
  box.after(element("div", "", { id: "always" }));
  showFound(main, query, language);
}

// Makes the search of a language ready, a step at a time, so that leaving never waits for it.
export function prepareSearch(language) {
  if (!step(language)) setTimeout(prepareSearch, 0, language);
}

// Whether the search is ready after one more step.
function step({ blocks, search: searching }) {
  if (searching.prepared) return true;
  searching.making ??= searching.engine.prepare(searching.index, (number) => blocks[number]);
  const { value, done } = searching.making.next();
  if (done) searching.prepared = value;
  return done;
}

// The list for what is typed so far. The numbers above it are there whatever that is.
export function showFound(main, query, language) {
  const { words, search: searching } = language;
  const isTyped = query.trim() && searching.index;
  while (isTyped && !step(language)); // whoever types already waits for it
  const { hits, danger, isElsewhere } = isTyped ? searching.engine.search(query, searching.prepared) : NOTHING;
  main.querySelector("#always").innerHTML = asHtml(words.always + (words.dangers[danger] ?? ""));
  main.querySelector("#count").textContent = hits.length ? words.found[hits.length] : "";
  const found = main.querySelector("#found");
  if (!hits.length) {
    const key = !query.trim() ? "lead" : isElsewhere ? "elsewhere" : "nothing";
    found.innerHTML = asHtml(words.without[key]);
    return;
  }
  const choices = hits.flatMap((hit) => choicesFor(hit, words, searching.index.english));
  if (danger) choices.push(choice("people", words.words["start.people"]));
  found.replaceChildren(element("ul", "", { class: "choices", role: "list" }));
  found.firstChild.append(...choices);
}

function choicesFor({ name, place, title, excerpt, contact, isGuide, reading }, { words }, english) {
  const titled = (each) => (english.titles.includes(each.name) ? asEnglish(each.title) : each.title);
  const own = titled({ name, title });
  const label = kindOf(place) === "plan" ? filled(words["plan.title"], { title: own }) : own;
  const first = choice(place, label, isGuide ? words["search.guide"] : "");
  const note = element("span", contact ? element("strong", `${contact} `) : "");
  const part = element("bdi", "", english.texts.includes(name) ? { lang: "en", dir: "ltr" } : {});
  part.append(...excerpt.map(([text, isMarked]) => (isMarked ? element("mark", text) : text)));
  note.append(part);
  first.firstChild.append(" ", note);
  if (!reading) return [first];
  return [first, choice(reading.place, filled(words["search.reading"], { title: titled(reading) }))];
}

function choice(to, label, aside = "") {
  const button = element("button", element("b", label), { type: "button", "data-to": to });
  if (aside) button.append(" ", element("i", aside));
  return element("li", button);
}

// The parts of a long page, beside it where there is room; who listens has the headings themselves.
function listContents(side, text, words) {
  const parts = [...text.querySelectorAll("h2")];
  if (parts.length < FEWEST_PARTS) return;
  const list = element("nav", element("p", words.words["contents.title"]), { id: "contents", "aria-label": unmarked(words.words["contents.title"]) });
  for (const part of parts) {
    const way = element("button", part.textContent, { type: "button" });
    way.addEventListener("click", () => (part.scrollIntoView(), part.setAttribute("tabindex", "-1"), part.focus()));
    list.append(way);
  }
  side.prepend(list);
}

// The page: an ordinary one, and above it the advice while somebody reads. What is known of a visit
// is in one variable. Nothing is ever put into the history, the storage or the address.

import { readAloud, stopReading, voiceFor } from "./aloud.js";
import { begin as beginWatch, touch } from "./idle.js";
import { guard, leave } from "./leaving.js";
import { tellLanguages } from "./language_marks.js";
import * as navigation from "./navigation.js";
import { pageOf, prepareSearch, show, showFound, told } from "./view.js";

const { dataset } = document.body;
const part = (name) => document.getElementById(name);
const main = part("page");
const root = document.documentElement;
const before = { lang: root.lang, dir: root.dir };
const languages = new Map();
let visit = null;

async function load() {
  let first;
  for (const code of dataset.languages.split(" ")) {
    const { default: words } = await import(`./words-${code}.js`);
    const language = told(words, first);
    languages.set(code, language);
    first ??= language.blocks;
    part("begin").disabled = false;
    language.search.engine = await import("./search.js");
    language.search.index = (await import(`./search-${code}.js`)).default;
    prepareSearch(language);
  }
}

const language = () => languages.get(visit.comfort.language) ?? languages.values().next().value;

function begin() {
  if (visit) return;
  visit = navigation.newVisit();
  part("visit").hidden = false;
  part("neutral").inert = true;
  beginWatch(leave, isPatient);
  draw();
}

const isPatient = () => dataset.patientKinds.split(" ").includes(navigation.kindOf(navigation.hereOf(visit)));

// Drops what is known of the visit, and shows the neutral page; whether there was one.
function drop() {
  if (!visit) return false;
  visit = null;
  stopReading();
  part("visit").hidden = true;
  main.replaceChildren();
  main.removeAttribute("data-kind");
  main.removeAttribute("lang");
  main.removeAttribute("dir");
  for (const each of write(() => "")) each.hidden = false; // which ones a page has tells its kind
  part("neutral").inert = false;
  Object.assign(root, before);
  root.removeAttribute("data-theme");
  root.removeAttribute("data-spacing");
  root.removeAttribute("data-discreet");
  return true;
}

// Gives each part around the page the words of its key.
function write(wordOf) {
  const parts = part("visit").querySelectorAll("[data-word]");
  for (const each of parts) each.textContent = wordOf(each.dataset.word);
  return parts;
}

// Draws the page that is open. `focus` is what had the focus, where the page stays the same.
function draw(focus = "") {
  stopReading();
  const { words } = language();
  const page = pageOf(visit, language());
  root.lang = words.language;
  root.dir = words.direction;
  root.dataset.spacing = visit.comfort.spacing;
  root.dataset.theme = visit.comfort.theme || dataset.theme || preferred();
  write((key) => words.words[key]);
  const aloud = part("visit").querySelector("[data-command=aloud]");
  aloud.hidden = !(dataset.aloud && voiceFor(words.language));
  part("back").hidden = visit.stops.length < 2;
  part("visit").querySelector("[data-command=take]").hidden = !page.take;
  show(main, visit, language(), page);
  tellLanguages(part("visit"), words);
  part("scroll").scrollTop = visit.stops.at(-1).top;
  const again = focus && main.querySelector(`[data-to="${CSS.escape(focus)}"]`);
  (again || main.querySelector("#box:placeholder-shown") || part("title")).focus({ preventScroll: true });
}

const preferred = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

function follow(target) {
  const way = navigation.inForm(visit, target, language().words.forms);
  const place = navigation.hereOf(visit);
  visit = navigation.readTo(visit, part("scroll").scrollTop);
  const [next, event] = navigation.follow(visit, way);
  visit = next;
  draw(navigation.hereOf(visit) === place ? way : "");
  if (event?.kind === "form") send(event);
  if (event?.kind === "topic") post("count", { topic: event.topic });
}

async function send(event) {
  const isKept = await post("form", event);
  if (!visit || visit.formIds[event.form] !== event.id) return;
  visit = navigation.sent(visit, event.form, isKept);
  draw();
}

// A plain text, so that another origin's server is asked once; whether it was taken.
async function post(path, told) {
  const { kind, ...body } = told;
  const options = { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "text/plain" } };
  const address = new URL(path, new URL(dataset.server, location.href));
  return (await fetch(address, { ...options, credentials: "omit" }).catch(() => null))?.ok ?? false;
}

// What commands do that is more than to open the page of their name.
const commands = {
  back: () => {
    visit = navigation.back(visit);
    draw();
  },
  people: () => follow(`people|${navigation.audienceOf(visit)}`.replace(/\|$/, "")),
  take: () => {
    const { take } = pageOf(visit, language());
    if (take) follow(take);
  },
  aloud: () => dataset.aloud && readAloud(main, root.lang),
  discreet: () => root.toggleAttribute("data-discreet"),
  show: () => main.querySelector("blockquote button")?.click(),
};
const carryOut = (command) => (command in commands ? commands[command]() : follow(command));

function hearClick({ target }) {
  if (!visit) return;
  const to = target.closest("[data-to]")?.dataset.to;
  const command = target.closest("[data-command]")?.dataset.command;
  if (command !== "aloud") stopReading();
  if (to) follow(to);
  else if (command) carryOut(command);
}

// Keys that need no others held; what is typed into a box is nobody's command, but leads on from one line.
function hearKey(event) {
  if (!visit || event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (touch()) return event.preventDefault(); // it only answered whether somebody is there
  const { key, target } = event;
  if (stopReading() || target.matches("textarea")) return;
  const choices = [...main.querySelectorAll(".choices button, .steps button")];
  const command = language().words.keys[key];
  if (target.matches("input")) {
    if (!["Enter", "ArrowDown"].includes(key)) return;
    choices[0]?.focus();
  } else if (command) carryOut(command);
  else if (/^[0-9]$/.test(key)) choices[(Number(key) || 10) - 1]?.click();
  else if (key === "Enter" && target.matches("a[role=link]")) target.click();
  else if (key.startsWith("Arrow") && choices.includes(target)) {
    choices[choices.indexOf(target) + { ArrowUp: -1, ArrowDown: 1 }[key]]?.focus();
  } else return;
  event.preventDefault();
}

function hearTyping({ target }) {
  if (target.id !== "box") return;
  visit = navigation.typed(visit, target.value);
  if (navigation.kindOf(navigation.hereOf(visit)) !== "search") return;
  showFound(main, target.value, language());
  tellLanguages(main, language().words);
}

// News and hours that hold from one day to another, by the visitor's own clock.
function showToday() {
  const today = new Date().toLocaleDateString("sv");
  for (const each of document.querySelectorAll("[data-from]")) {
    each.hidden = today < each.dataset.from || today > each.dataset.to;
  }
}

guard(drop);
showToday();
part("begin").addEventListener("click", begin);
part("leave").addEventListener("click", leave);
part("visit").addEventListener("click", hearClick);
part("visit").addEventListener("input", hearTyping);
addEventListener("keydown", hearKey);
for (const type of ["pointerdown", "click", "wheel", "touchmove"]) addEventListener(type, touch, { passive: true });
load().catch(() => (part("notice").textContent = dataset.lost));

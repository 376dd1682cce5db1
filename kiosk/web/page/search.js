// Finds what answers a visitor's words while they are being typed: the same search as
// kiosk/content/search.py, with the words that kiosk/web/search_index.py gives the page. A test holds the
// two to the same answers. It asks nobody, and nothing of a query outlives its search.

import { Asked } from "./asked.js";
import { dangerIn, harmlessPlaces, saidApart } from "./danger.js";
import { excerpt, sentencesOf } from "./excerpt.js";
import { placesOfWords, stemsOf } from "./folding.js";
import { Meanings } from "./meanings.js";
import { Names } from "./names.js";
import { postings } from "./postings.js";
import { QueryParser, whole } from "./query.js";
import { Vocabulary } from "./spelling.js";

const SIGNS = { amp: "&", lt: "<", gt: ">" };
const YOUNG = "young people";

// Makes what can be searched, in steps of some milliseconds: between them the page hears the key that
// leaves. `data` is what search_index.py gives, and `blockOf` the page's HTML by its number.
export function* prepare(data, blockOf) {
  const known = new Map(); // the words of the pages, and not of queries, to their stems
  const stemOf = (word) => known.get(word) ?? known.set(word, stemsOf(word)[0]).get(word);
  const stemsIn = (text) => placesOfWords(text).map(([start, end]) => stemOf(text.slice(start, end)));
  const { ranked, guides, helplines, dangers, weights } = data;
  const things = [...ranked, ...Object.values(guides), ...helplines, ...dangers.kinds];
  const [lines, sentences] = [new Map(), new Map()];
  for (const thing of things) {
    lines.set(thing, thing.lines ?? htmlOf(thing, blockOf).flatMap(linesOf));
    sentences.set(thing, sentencesOf(thing.summary, lines.get(thing).map(([line]) => line), stemOf, weights));
    yield;
  }
  const meanings = new Meanings(data);
  yield;
  const names = new Names(data, meanings.common);
  yield;
  const { head, text } = yield* postings(ranked, lines, stemsIn, meanings, weights);
  yield;
  const words = [...head.keys(), ...text.keys()].filter((term) => !/^[@=]| /.test(term));
  const vocabulary = new Vocabulary([...words, ...meanings.stems, ...names.stems()].filter(Boolean), weights);
  yield;
  const parser = new QueryParser(vocabulary, meanings, data);
  const asked = new Asked(data);
  yield;
  const titles = new Map(ranked.map(({ title }, at) => [whole(stemsIn(title), meanings.common), at]));
  const own = [...ranked.keys()].filter((at) => !(ranked[at].name in asked.questions));
  return { ...data, asked, own, titles, urgent: new Set(data.urgent), meanings, sentences, head, text, names, parser };
}

// A page's pieces of HTML: numbers of them in runs, and some themselves.
const htmlOf = ({ blocks = [] }, blockOf) => blocks.flatMap((run) => (typeof run === "string" ? run
  : Array.from({ length: run[1] }, (_, at) => blockOf(run[0] + at))));

// The lines of a piece of HTML, and of each whether it is a heading.
function linesOf(html) {
  const lines = html.replace(/<svg.*?<\/svg>/gs, "").split(/<\/?(?:p|li|h\d|[uod]l|d[td]|pre|blockquote|fig\w+)\b[^>]*>/);
  const texts = lines.map((line) => line.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt);/g, (_, name) => SIGNS[name]));
  return texts.filter(Boolean).map((text) => [text, html.startsWith("<h")]);
}

// What answers a query, best first. `query` is what was typed so far; its last word may be unfinished.
export function search(query, index) {
  const { names, meanings, weights, dangers } = index;
  const wanted = index.parser.parse(query);
  const typed = ([stem, likely]) => (index.asked.words.has(stem) ? stem : likely);
  const harmless = harmlessPlaces(dangers, wanted.meant);
  const leaning = index.asked.leaning(wanted.row.map(typed));
  const rest = wanted.row.filter((_, at) => !harmless.has(at));
  const apart = harmless.size ? index.asked.leaning(rest.map(typed)) : leaning;
  const [danger, isSure] = dangerIn(dangers, wanted, apart, weights);
  const telling = wanted.row.filter(([, likely]) => !likely || !meanings.fillers.has(likely));
  const isNothingHere = telling.length > 1 && leaning.isNothingHere && !isForOwn(index, wanted);
  let named = names.inQuery(wanted);
  if (!named.length && !danger) named = names.askedFor(wanted, leaning);
  let found = named.map((thing) => [thing]);
  if (!isNothingHere || danger) found.push(...answering(index, wanted, leaning).slice(0, weights.MOST_FOUND));
  if (danger && isSure) found = [[danger], ...found.filter((things) => belongsBeside(things, danger, wanted, meanings))];
  else if (danger && !found.some(([thing]) => thing.name === danger.name)) found.splice(1, 0, [danger]);
  const isElsewhere = !found.length
    && (isNothingHere || [...wanted.meanings].some((name) => meanings.byName.get(name).elsewhere));
  const told = ({ name, place, title }) => ({ name, place, title });
  const hits = found.slice(0, weights.MOST_FOUND).map(([thing, reading]) => ({
    ...told(thing),
    contact: thing.contact ?? "",
    isGuide: thing.place.startsWith("question|"),
    excerpt: excerpt(index.sentences.get(thing), wanted, meanings, weights),
    reading: reading ? told(reading) : null,
  }));
  return { hits, danger: danger ? String(dangers.kinds.indexOf(danger)) : "", isElsewhere };
}

// What else is shown in danger: nothing that only has some of the words in it, but helplines that were
// named, where the plan leads on, and what answers other things that were said.
function belongsBeside(things, danger, wanted, meanings) {
  const said = [...saidApart(danger, wanted.meant), ...wanted.toldBy];
  const isBeside = ({ name }) => danger.beside.includes(name)
    || said.some((means) => meanings.byName.get(means).answers.includes(name));
  const isForThem = !wanted.audience || things[0].audiences.includes(wanted.audience);
  return isForThem && (things[0].contact || things.some(isBeside)) && things.every(({ name }) => name !== danger.name);
}

// What answers by its words, unless hardly anything that was typed means something to it: each with the
// pathway that leads it, of which the words have no rank of their own.
function answering(index, wanted, leaning) {
  const { ranked, guides, weights } = index;
  const found = scores(index, wanted);
  const best = Math.max(0, ...found.values());
  const most = Math.max(0, ...ranked.map(({ name }) => leaning.to(name)));
  for (const at of index.own) { // its words speak for what nobody asked for yet
    found.set(at, (found.get(at) ?? 0) * (1 + weights.ASKED * most));
  }
  for (const [at, { name }] of ranked.entries()) {
    found.set(at, (found.get(at) ?? 0) + best * weights.ASKED * leaning.to(name));
  }
  const least = best * weights.LEAST_SHARE;
  const isTitled = (at) => (at === index.titles.get(wanted.whole) ? 1 : 0);
  const precedence = (at) => (ranked[at].audiences.includes(YOUNG) ? 0 : 1e6) + ranked[at].order;
  const numbers = [...found.keys()].filter((at) => least > 0 && found.get(at) >= least)
    .sort((one, other) => isTitled(other) - isTitled(one) || found.get(other) - found.get(one)
      || precedence(one) - precedence(other));
  const isUnderstood = understood(index, numbers.slice(0, 3), wanted) >= weights.LEAST_UNDERSTOOD;
  if (!isUnderstood && !isClear(index, wanted, leaning) && !isForOwn(index, wanted)) return [];
  return numbers.map((at) => {
    const guide = guides[ranked[at].name];
    const isForThem = guide && (!wanted.audience || guide.audiences.includes(wanted.audience));
    return isForThem ? [guide, ranked[at]] : [ranked[at]];
  });
}

// Whether the questions leave no doubt, though hardly a word is what a page is about.
const isClear = ({ meanings, ranked, weights }, { row, meanings: said }, leaning) =>
  ranked.some(({ name }) => name === leaning.answer) && row.length >= weights.FEWEST_WORDS
  && ![...said].some((name) => meanings.byName.get(name).elsewhere)
  && leaning.lead() >= weights.CLEAR_ANSWER;

// Whether most of what was typed is what a page of the library's own is about.
const isForOwn = ({ head, own }, { words }) => own.some((at) => (
  2 * words.filter(([alternatives]) => alternatives.some(([term]) => head.get(term)?.has(at))).length > words.length));

// The share of the words typed that are of what some topics are about.
function understood({ asked, head, meanings, ranked, weights }, numbers, { words }) {
  const isAbout = (term) => numbers.some((at) => head.get(term)?.has(at));
  let total = 0;
  for (const [alternatives, said] of words) {
    if (!alternatives.length || [...said].some((name) => meanings.byName.get(name).elsewhere)) continue;
    const [[likeliest, share]] = alternatives;
    if ([...said].some((name) => isAbout(`@${name}`))) total += share;
    else if (alternatives.some(([term]) => isAbout(term))) total += share * weights.BY_WORD;
    else if (numbers.some((at) => asked.answers(likeliest, ranked[at].name))) total += share * weights.BY_ASKED;
  }
  return total / Math.max(1, words.length);
}

function scores(index, { terms, audience }) {
  const sums = new Map();
  for (const alternatives of terms) {
    for (const [at, score] of bestOf(index, alternatives)) sums.set(at, (sums.get(at) ?? 0) + score);
  }
  return new Map([...sums].map(([at, sum]) => [at, sum * fit(index, index.ranked[at], audience)]));
}

// How well a thing suits who is typing.
function fit({ urgent, weights }, { name, audiences }, audience) {
  if (audience && !audiences.includes(audience)) return weights.OTHER_AUDIENCE;
  if (!audiences.includes(YOUNG)) return audience ? weights.SAME_AUDIENCE : weights.ADULTS_ONLY;
  return urgent.has(name) && ["", YOUNG].includes(audience) ? weights.URGENT : 1;
}

function bestOf({ head, text }, alternatives) {
  const best = new Map();
  for (const [term, weight] of alternatives) {
    const sums = new Map();
    for (const impacts of [head.get(term) ?? [], text.get(term) ?? []]) {
      for (const [at, impact] of impacts) sums.set(at, (sums.get(at) ?? 0) + weight * impact);
    }
    for (const [at, sum] of sums) best.set(at, Math.max(sum, best.get(at) ?? 0));
  }
  return best;
}

// Which pages have which term, and how much it says for each: Okapi BM25, as kiosk/content/search.py counts
// and kiosk/content/postings.py weighs it. A term is a stem, two in a row, a meaning or a whole line.

import { listed } from "./lists.js";
import { outermost } from "./meanings.js";
import { whole } from "./query.js";

// The postings of what pages are about, and of all their text. `lines` has each page's text.
export function* postings(things, lines, stemsIn, meanings, weights) {
  const [head, text] = [[], []];
  for (const thing of things) {
    const counts = new Map();
    const add = (term, amount) => counts.set(term, (counts.get(term) ?? 0) + amount);
    const { title, keywords, summary } = weights.HEAD;
    const rows = rowsOf(thing).map((row) => [row.split(" "), keywords]);
    for (const [stems, weight] of [[stemsIn(thing.title), title], ...rows, [stemsIn(thing.summary), summary]]) {
      for (const term of termsOf(stems, meanings)) add(term, weight);
    }
    for (const { means, answers } of meanings.byName.values()) {
      for (const name of answers) if (name === thing.name) add(`@${means}`, weights.ANSWERS);
    }
    head.push(counts);
    yield;
  }
  for (const thing of things) {
    const counts = new Map();
    for (const [line, isHeading] of lines.get(thing)) {
      const weight = weights.TEXT.text + (isHeading ? weights.TEXT.headings : 0);
      for (const stem of stemsIn(line)) counts.set(stem, (counts.get(stem) ?? 0) + weight);
    }
    text.push(counts);
    yield;
  }
  return { head: impacts(head, 1, weights), text: impacts(text, weights.TEXT_SHARE, weights) };
}

// The keywords of a thing, as stems.
export const rowsOf = ({ keywords }) => keywords?.split("|") ?? [];

function* termsOf(stems, meanings) {
  yield* stems;
  for (const [name] of outermost([...meanings.foundIn(stems)])) yield `@${name}`;
  for (let at = 1; at < stems.length; at += 1) yield `${stems[at - 1]} ${stems[at]}`;
  if (stems.length) yield whole(stems, meanings.common);
}

// Terms to how much they say for each page that has them, in single precision as in Python's arrays.
function impacts(counts, share, { SATURATION, MOST_TOPICS }) {
  const amounts = counts.flatMap((of, at) => [...of].map(([term, amount]) => ({ term, at, amount })));
  const having = listed(amounts, ({ term }) => term);
  for (const [term, pages] of having) {
    const rarity = Math.log(1 + (counts.length - pages.length + 0.5) / (pages.length + 0.5));
    const best = pages.sort((one, other) => other.amount - one.amount).slice(0, MOST_TOPICS);
    having.set(term, new Map(best.map(({ at, amount }) =>
      [at, Math.fround(share * rarity * Math.fround(amount / (amount + SATURATION)))])));
  }
  return having;
}

// What a visitor typed, understood, as kiosk/content/query.py has it: its words put right, their
// order, and what is meant. Alternatives are terms that may stand for a word, and what each weighs.

import { foldedWords, stem } from "./folding.js";
import { outermost } from "./meanings.js";

export class QueryParser {
  constructor(vocabulary, meanings, { shorthand, weights }) {
    Object.assign(this, { vocabulary, meanings, weights, shorthand: new Map(Object.entries(shorthand)) });
  }

  parse(query) {
    let words = foldedWords(query);
    const unfinished = /[\p{White_Space}\x1c-\x1f]$/u.test(query) ? -1 : words.length - 1;
    words = words.map((word, at) => at === unfinished ? word : this.shorthand.get(word) ?? word);
    const found = words.map((word, at) => this.candidates(word, at === unfinished));
    const best = found.map(likeliest);
    const every = [...this.meanings.foundIn(best)];
    const meant = outermost(every.filter(([name]) => this.meanings.byName.get(name).weight));
    const told = this.telling(words, best).map((at) => [found[at], saidBy(at, meant)]);
    const names = new Set(meant.map(([name]) => name));
    const toldBy = [...this.meanings.byName.values()].filter((each) => each.audience && names.has(each.means));
    return {
      terms: [...told.map(([alternatives]) => alternatives), ...this.more(words, found, best, names)],
      words: told,
      stems: new Set(told.flatMap(([alternatives]) => alternatives.map(([term]) => term))),
      meanings: names,
      audience: toldBy[0]?.audience ?? "",
      toldBy: new Set(toldBy.map((each) => each.means)),
      meant: every,
      common: best.map((one) => this.meanings.isCommon(one)),
      row: words.map((word, at) => [stem(this.shorthand.get(word) ?? word), best[at]]),
      whole: whole(best, this.meanings.common),
      rows: (found.at(-1) ?? []).map(([end]) => [...best.slice(0, -1), end]),
    };
  }

  // What is looked for besides the words: what they mean, and what they are together.
  * more(words, found, best, names) {
    for (const name of names) {
      yield [[`@${name}`, this.weights.MEANT * this.meanings.byName.get(name).weight]];
    }
    yield* this.inOrder(found);
    yield [[whole(best, this.meanings.common), this.weights.WHOLE]];
    for (let at = 1; at < words.length; at += 1) { // two words as one, where there is such a word
      const term = stem(words[at - 1] + words[at]);
      if (this.vocabulary.has(term)) yield [[term, 1]];
    }
  }

  // The places of the words that tell something; of all, where none of them does.
  telling(words, best) {
    const { common } = this.meanings;
    const onlyCommon = words.every((word) => common.has(stem(word)));
    return [...best.keys()].filter((at) => onlyCommon || !common.has(best[at]));
  }

  // The stems that a word may stand for, the likeliest first.
  candidates(typed, isLast) {
    const [word, root] = this.putRight(typed);
    const isKnown = this.vocabulary.has(root) || this.meanings.common.has(root);
    const found = isKnown ? [[root, 1]] : [];
    const ends = isLast ? this.endsOf(word, root, isKnown) : [];
    found.push(...ends.map((term) => [term, this.weights.COMPLETED]));
    if (found.length) return found;
    let nearest = this.vocabulary.nearest(root);
    if (!nearest.length && isLast) nearest = this.vocabulary.nearest(root, true);
    return nearest.map((term) => [term, this.weights.CORRECTED]);
  }

  // A word and its stem, without what was hit besides, and with the end that was left out.
  putRight(word) {
    const letters = word.replace(/[0-9]+$/, "");
    if (letters && !this.vocabulary.has(stem(word))) word = letters;
    const isCut = word.endsWith("in") && !this.vocabulary.has(stem(word)); // as in `sendin`
    return [word, stem(isCut ? `${word}g` : word)];
  }

  // What a word may become when it is finished; nothing where it is a whole short one.
  endsOf(word, root, isKnown) {
    const { SHORTEST_BEGINNING, SHORTEST_TO_COMPLETE } = this.weights;
    if (word.length < (isKnown ? SHORTEST_BEGINNING : SHORTEST_TO_COMPLETE)) return [];
    let completions = this.vocabulary.completions(word);
    if (!completions.length) completions = this.vocabulary.completions(root);
    const found = completions.filter((term) => term !== root);
    if (isKnown || found.length || !/in?$/.test(word)) return found;
    // An ending that is half typed, as in `aski`, which no stem begins with.
    return [word.slice(0, -1), word.slice(0, -2)].filter((half) => this.vocabulary.has(half));
  }

  // Each two neighbouring words as one term.
  * inOrder(found) {
    const { common } = this.meanings;
    for (let at = 1; at < found.length; at += 1) {
      const [ones, others] = [found[at - 1], found[at]];
      if (!ones.length || !others.length) continue;
      const [one] = ones[0];
      const isCommon = common.has(one) && common.has(others[0][0]);
      const share = isCommon ? this.weights.IN_ORDER_COMMON : this.weights.IN_ORDER;
      yield others.map(([other, weight]) => [`${one} ${other}`, weight * share]);
    }
  }
}

const likeliest = (alternatives) => alternatives[0]?.[0] ?? "";

const saidBy = (place, meant) => new Set(
  meant.filter(([, start, end]) => start <= place && place < end).map(([name]) => name));

// The term for a line that has these words and no others; common words do not count.
export function whole(stems, common) {
  const telling = stems.filter((stem) => !common.has(stem));
  return `=${(telling.length ? telling : stems).join(" ")}`;
}

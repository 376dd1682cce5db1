// Which words were meant by one that is misspelt or unfinished, as kiosk/content/spelling.py has it.

import { sound } from "./folding.js";
import { listed } from "./lists.js";

const lengthOf = (word) => [...word].length; // in characters, of which some are two to JavaScript
const pairs = (word) => [...`^${word}`].map((letter, at, letters) => letter + (letters[at + 1] ?? "$"));

export class Vocabulary {
  constructor(stems, weights) {
    this.weights = weights;
    this.known = new Set(stems);
    this.stems = [...this.known].sort();
    const misspelt = this.stems.filter((stem) => this.canBeMisspelt(stem));
    this.bySound = listed(misspelt, sound);
    const having = misspelt.flatMap((stem) => [...new Set(pairs(stem))].map((pair) => ({ pair, stem })));
    this.byPair = listed(having, ({ pair }) => pair);
  }

  canBeMisspelt(word) {
    return lengthOf(word) >= this.weights.SHORTEST_WORD && !/^\p{Nd}+$/u.test(word);
  }

  has(stem) {
    return this.known.has(stem);
  }

  // The first stems that begin so, in the order of the alphabet.
  completions(beginning) {
    let [low, high] = [0, this.stems.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.stems[middle] < beginning) low = middle + 1;
      else high = middle;
    }
    return this.stems.slice(low, low + this.weights.MOST_COMPLETIONS).filter((stem) => stem.startsWith(beginning));
  }

  // The stems that a misspelt word most likely stands for; none where nothing is near.
  nearest(word, isUnfinished = false) {
    if (!this.canBeMisspelt(word)) return [];
    const { LONG_WORD, MOST_MEANT, MOST_WRONG, MOST_WRONG_BY_EAR, MOST_WRONG_IN_LONG, SHORTEST_KEY } = this.weights;
    const mostWrong = lengthOf(word) < LONG_WORD ? MOST_WRONG : MOST_WRONG_IN_LONG;
    const heard = sound(word);
    const found = [];
    for (const stem of this.alike(word, heard)) {
      const distance = editDistance([...word], [...stem], isUnfinished);
      const isHeardAlike = distance <= MOST_WRONG_BY_EAR && lengthOf(heard) >= SHORTEST_KEY && sound(stem) === heard;
      if (distance <= mostWrong || isHeardAlike) found.push([stem, distance]);
    }
    const least = Math.min(...found.map(([, distance]) => distance));
    return found.filter(([, distance]) => distance === least).slice(0, MOST_MEANT).map(([stem]) => stem);
  }

  // Stems that sound like a word, then those that share the greatest part of its letters.
  alike(word, heard) {
    const { MOST_COMPARED } = this.weights;
    const length = lengthOf(word);
    const shared = new Map();
    for (const pair of new Set(pairs(word))) {
      for (const { stem } of this.byPair.get(pair) ?? []) shared.set(stem, (shared.get(stem) ?? 0) + 1);
    }
    const ranked = [...shared].map(([stem, count]) => [stem, count / (stem.length + length)])
      .sort(([, one], [, other]) => other - one).map(([stem]) => stem);
    const sounding = this.bySound.get(heard) ?? [];
    return new Set([...sounding.slice(0, MOST_COMPARED), ...ranked.slice(0, MOST_COMPARED)]);
  }
}

// The letters to change, add, drop or swap with their neighbour to get from word to word. Where the
// first one is unfinished, what the other has beyond its end is free.
function editDistance(one, other, isUnfinished) {
  let above, before = [], row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    [above, before, row] = [before, row, [i]];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], above[j - 2] + 1);
      }
    }
  }
  return isUnfinished ? Math.min(...row) : row.at(-1);
}

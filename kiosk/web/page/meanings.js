// The many ways in which people say one thing, as kiosk/content/meanings.py has it. A span is a
// meaning's name, the place of its first word in a row of stems, and the place after its last one.

import { add } from "./lists.js";

export class Meanings {
  constructor({ meanings, sets, common, fillers, weights }) {
    this.common = new Set(common);
    this.fillers = new Set([...fillers, ""]); // "" is a word that nobody knows
    this.stems = new Set(fillers);
    this.byName = new Map();
    this.ways = new Map();
    const known = new Map();
    const setOf = (step) => {
      if (!known.has(step)) known.set(step, new Set(sets[step] ?? step.split("/")));
      return known.get(step);
    };
    for (const meaning of meanings) {
      const { weight = meaning.weight ?? 1, answers = [], ways = new Map() } = this.byName.get(meaning.means) ?? {};
      this.byName.set(meaning.means, { ...meaning, weight, answers: [...answers, ...meaning.answers ?? []], ways });
      const mostFillers = meaning.loose ? weights.MOST_FILLERS : 0;
      for (const said of meaning.words.split("|")) {
        const way = { steps: said.split(" ").map(setOf), means: meaning.means, mostFillers };
        for (const first of way.steps[0]) for (const lists of [this.ways, ways]) add(lists, first, way);
      }
    }
    for (const step of known.values()) for (const stem of step) this.stems.add(stem);
  }

  // Each meaning in a row of stems. `ways`, by the stems that they begin with, are those to look for.
  foundIn(stems, ways = this.ways) {
    const spans = [];
    for (let start = 0; start < stems.length; start += 1) {
      for (const way of ways.get(stems[start]) ?? []) {
        const end = this.endOf(way, stems, start);
        if (end) spans.push([way.means, start, end]);
      }
    }
    return spans;
  }

  isCommon(stem) {
    return stem !== "" && (this.common.has(stem) || this.fillers.has(stem));
  }

  // The place after the last word of a way that begins at a place; 0 where it is not there. As many
  // words that change nothing may stand between each two of its words.
  endOf({ steps, mostFillers }, stems, start) {
    let at = start + 1;
    for (let step = 1; step < steps.length; step += 1) {
      for (let fillers = 0; at === stems.length || !steps[step].has(stems[at]); fillers += 1, at += 1) {
        if (at === stems.length || fillers === mostFillers || !this.fillers.has(stems[at])) return 0;
      }
      at += 1;
    }
    return at;
  }
}

// The spans that are not part of a longer one: in `to my friends` no friend is in need.
export const outermost = (spans) => spans.filter(([, start, end]) =>
  !spans.some(([, first, last]) => first <= start && end <= last && end - start < last - first));

// The many ways in which people say one thing, as kiosk/content/meanings.py has it. A span is a
// meaning's name, the place of its first word in a row of stems, and the place after its last one.

import { listed } from "./lists.js";

export class Meanings {
  constructor({ meanings, sets, common, fillers, weights }) {
    this.common = new Set(common);
    this.fillers = new Set([...fillers, ""]); // "" is a word that nobody knows
    this.byName = new Map();
    const known = new Map(Object.entries(sets).map(([name, stems]) => [name, new Set(stems)]));
    const ways = meanings.flatMap(({ means, loose, words }) => words.split("|").flatMap((said) => {
      const steps = said.split(" ").map((step) => known.get(step) ?? new Set(step.split("/")));
      return [...steps[0]].map((first) => ({ first, steps, means, mostFillers: loose ? weights.MOST_FILLERS : 0 }));
    }));
    this.ways = listed(ways, (way) => way.first);
    const waysTo = listed(ways, (way) => way.means);
    for (const meaning of meanings) {
      const { weight = meaning.weight ?? 1, answers = [] } = this.byName.get(meaning.means) ?? {};
      this.byName.set(meaning.means, {
        ...meaning, weight, answers: [...answers, ...meaning.answers ?? []],
        ways: listed(waysTo.get(meaning.means) ?? [], (way) => way.first),
      });
    }
  }

  stems() {
    return [...this.fillers, ...[...this.ways.values()].flat().flatMap(({ steps }) => steps.flatMap((step) => [...step]))];
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

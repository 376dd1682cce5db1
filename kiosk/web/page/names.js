// Helplines by name, or by what they are for, as kiosk/content/names.py has it.

import { listed } from "./lists.js";
import { rowsOf } from "./postings.js";

const HELPLINE = "helpline"; // what meanings.yaml calls the words for one

export class Names {
  constructor({ helplines, around, weights }, common) {
    this.weights = weights;
    this.beside = (stem) => common.has(stem) || around.includes(stem);
    const rows = helplines.flatMap((thing) => [...new Set(rowsOf(thing))].map((row) => ({ row, thing })));
    const first = helplines.flatMap((thing) => thing.firstFor.map((audience) => ({ audience, thing })));
    this.named = listed(rows, ({ row }) => row);
    this.first = listed(first, ({ audience }) => audience);
    this.byId = new Map(helplines.map((thing) => [thing.name, thing]));
  }

  stems() {
    return [...this.named.keys()].flatMap((row) => row.split(" "));
  }

  // The helplines that a query asks for, where it says nothing else.
  inQuery(query) {
    return ((asksForAny(query) ? this.first.get(query.audience) : this.namedIn(query.rows)) ?? []).map(({ thing }) => thing);
  }

  // The helpline that people asked for in such words, without its name.
  askedFor({ row, meanings, words }, leaning) {
    const thing = this.byId.get(leaning.answer);
    const least = meanings.has(HELPLINE) ? 0 : this.weights.CLEAR_ANSWER;
    const saysWhich = words.some(([, said]) => !said.has(HELPLINE));
    return thing && row.length > 1 && saysWhich && leaning.lead(this.byId) >= least ? [thing] : [];
  }

  namedIn(rows) {
    for (const row of rows) {
      const bare = row.filter((stem) => !this.beside(stem));
      const found = this.named.get(row.join(" ")) ?? this.named.get(bare.join(" "));
      if (found) return found;
    }
  }
}

// Whether it says "a helpline" and for whom, and nothing else.
function asksForAny({ words, meanings, audience, toldBy }) {
  return meanings.has(HELPLINE) && audience !== "" && words.every(([, said]) =>
    said.size > 0 && [...said].every((name) => name === HELPLINE || toldBy.has(name)));
}

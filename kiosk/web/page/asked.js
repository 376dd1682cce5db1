// What people have asked before, counted, as kiosk/content/asked.py has it: which words go with which
// answer.

export const NOTHING_HERE = "nothing here";
const DANGER = "danger"; // all kinds of danger together, against all that is none

export class Asked {
  constructor({ asked, dangers, weights }) {
    const names = Object.keys(asked.questions);
    const kinds = new Set(dangers.kinds.map(({ means }) => means).filter((name) => names.includes(name)));
    const sum = (each) => each.reduce((total, name) => total + asked.questions[name], 0);
    const total = sum(names);
    this.dangerous = sum(names.filter((name) => kinds.has(name)));
    Object.assign(this, { kinds, questions: asked.questions, harmless: total - this.dangerous, imagined: new Map(), weights });
    for (const name of names) {
      const share = (asked.questions[name] + 1) / (total + names.length);
      this.imagined.set(name, weights.IMAGINED_FOR_ANSWER * share);
    }
    const [terms, counts] = [asked.terms.split("\n"), asked.counts.split("\n")];
    let before = "";
    this.terms = new Map(terms.map((rest, at) => {
      before = [...before].slice(0, rest[0]).join("") + rest.slice(1);
      return [before, countsOf(counts[at], names, asked)];
    }));
  }

  // Whether a word was asked with where an answer was right.
  answers(stem, answer) {
    return this.terms.get(stem)?.some(([name]) => name === answer) ?? false;
  }

  // For how much a row of stems speaks for each answer, and for danger: the logarithm of the odds.
  leaning(row) {
    const marked = ["^", ...row, "$"];
    const terms = [...row, ...marked.slice(1).map((other, at) => `${marked[at]} ${other}`)];
    const spread = Math.sqrt(terms.length + 1);
    const [answers, odds] = [new Map(), new Map()];
    const add = (to, name, weight) => to.set(name, (to.get(name) ?? 0) + weight / spread);
    for (const counts of terms.map((term) => this.terms.get(term)).filter(Boolean)) {
      for (const [name, often] of counts) add(answers, name, Math.log(1 + often / this.imagined.get(name)));
      for (const [kind, weight] of this.odds(counts)) add(odds, kind, weight);
    }
    const [most] = [...answers].reduce((one, other) => (other[1] > one[1] ? other : one), ["", -Infinity]);
    return {
      isNothingHere: most === NOTHING_HERE,
      oddsOf: (kind = DANGER) => odds.get(kind) ?? 0,
      to: (name) => answers.get(name) ?? 0,
    };
  }

  // For each kind of danger, and for any at all, the odds that one term speaks for.
  odds(counts) {
    const { IMAGINED_FOR_DANGER } = this.weights;
    const inAThousand = (often, all) => (1000 * often) / Math.max(1, all) + IMAGINED_FOR_DANGER;
    const sum = (each) => each.reduce((total, [, often]) => total + often, 0);
    const dangerous = counts.filter(([name]) => this.kinds.has(name));
    const harmless = inAThousand(sum(counts) - sum(dangerous), this.harmless);
    const often = new Map(dangerous);
    return [[DANGER, Math.log(inAThousand(sum(dangerous), this.dangerous) / harmless)],
      ...[...this.kinds].map((kind) => [kind, Math.log(inAThousand(often.get(kind) ?? 0, this.questions[kind]) / harmless)])];
  }
}

// How often one term stands in the questions for each answer: search_index.py says how it is told.
function countsOf(told, names, { next }) {
  let at = -1;
  return [...told.matchAll(/(\D)(\d*)/gu)].map(([, letter, size]) => {
    at += 1 + letter.codePointAt(0) - next.codePointAt(0);
    return [names[at], 1 << size];
  });
}

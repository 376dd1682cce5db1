// What people have asked before, counted, as kiosk/content/asked.py has it: which words go with which
// answer.

export const NOTHING_HERE = "nothing here";
const DANGER = "danger"; // all kinds of danger together, against all that is none

export class Asked {
  constructor({ asked, dangers, weights }) {
    const names = Object.keys(asked.questions);
    const kinds = new Set(dangers.kinds.map(({ means }) => means));
    const sum = (each) => each.reduce((total, name) => total + asked.questions[name], 0);
    const total = sum(names);
    this.dangerous = sum(names.filter((name) => kinds.has(name)));
    Object.assign(this, { kinds, harmless: total - this.dangerous, imagined: new Map(), weights });
    for (const name of names) {
      const share = (asked.questions[name] + 1) / (total + names.length);
      this.imagined.set(name, weights.IMAGINED_FOR_ANSWER * share);
    }
    const nameOf = (letter) => names[letter.codePointAt(0) - asked.first.codePointAt(0)];
    const counts = asked.counts.split("\n").map((each) =>
      [...each.matchAll(/(\D)(\d*)/gu)].map(([, letter, often]) => [nameOf(letter), Number(often || 1)]));
    this.terms = new Map(asked.terms.split("\n").map((term, at) => [term, counts[at]]));
  }

  // For how much a row of stems speaks for each answer, and for danger: the logarithm of the odds.
  leaning(row) {
    const marked = ["^", ...row, "$"];
    const terms = [...row, ...marked.slice(1).map((other, at) => `${marked[at]} ${other}`)];
    const leaning = new Map();
    const add = (name, weight) => leaning.set(name, (leaning.get(name) ?? 0) + weight);
    for (const counts of terms.map((term) => this.terms.get(term)).filter(Boolean)) {
      add(DANGER, this.odds(counts));
      for (const [name, often] of counts) add(name, Math.log(1 + often / this.imagined.get(name)));
    }
    const spread = Math.sqrt(terms.length + 1);
    const answers = [...leaning].map(([name, weight]) => [name, weight / spread]);
    const most = answers.filter(([name]) => name !== DANGER)
      .reduce((one, other) => (other[1] > one[1] ? other : one), ["", -Infinity]);
    const of = new Map(answers);
    return { answers, isNothingHere: most[0] === NOTHING_HERE, danger: of.get(DANGER) ?? 0, to: (name) => of.get(name) ?? 0 };
  }

  odds(counts) {
    const { IMAGINED_FOR_DANGER } = this.weights;
    const inAThousand = (often, all) => (1000 * often) / Math.max(1, all) + IMAGINED_FOR_DANGER;
    const sum = (each) => each.reduce((total, [, often]) => total + often, 0);
    const dangerous = sum(counts.filter(([name]) => this.kinds.has(name)));
    return Math.log(inAThousand(dangerous, this.dangerous) / inAThousand(sum(counts) - dangerous, this.harmless));
  }
}

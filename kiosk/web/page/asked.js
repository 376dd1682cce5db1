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
    Object.assign(this, { kinds, questions: asked.questions, total, harmless: total - this.dangerous, weights });
    const [words, counts] = [asked.words.split("\n"), asked.counts.split("\n")];
    let before = "";
    this.words = new Map(words.map((rest, at) => {
      before = [...before].slice(0, rest[0]).join("") + rest.slice(1);
      return [before, countsOf(counts[at], names, asked)];
    }));
  }

  // Whether a word was asked with where an answer was right.
  answers(stem, answer) {
    return this.words.get(stem)?.some(([name]) => name === answer) ?? false;
  }

  // For how much a row of stems speaks for each answer, and for danger: the logarithm of the odds.
  leaning(row) {
    const spread = Math.sqrt(row.length + this.weights.IMAGINED_WORDS);
    let known = row.map((stem) => this.words.get(stem)).filter(Boolean);
    if (2 * known.length < row.length) known = []; // most were never asked with, as in another language
    const odds = new Map();
    for (const [kind, weight] of known.flatMap((counts) => this.odds(counts))) {
      odds.set(kind, (odds.get(kind) ?? 0) + weight / spread);
    }
    const answers = this.likelihoods(known);
    const least = Math.min(...answers.values());
    const to = (name) => (answers.has(name) ? (answers.get(name) - least) / spread : 0);
    const ranked = [...answers.keys()].sort((one, other) => to(other) - to(one));
    const answer = ranked[0] ?? "";
    return {
      answer,
      isNothingHere: answer === NOTHING_HERE,
      // By how much it is ahead of the next; of those that are no allies of it.
      lead: (allies = new Map()) => to(answer) - to(ranked.find((name) => name !== answer && !allies.has(name)) ?? answer),
      oddsOf: (kind = DANGER) => odds.get(kind) ?? 0,
      to,
    };
  }

  // How likely each answer is, by what was asked with each word: logarithms.
  likelihoods(known) {
    const imagined = this.weights.IMAGINED_FOR_ANSWER;
    const found = new Map(known.length ? Object.entries(this.questions).map(([name, number]) => (
      [name, Math.log(1 + number) - known.length * Math.log(1 + number / imagined)])) : []);
    for (const counts of known) {
      const all = counts.reduce((sum, [, often]) => sum + often, 0);
      for (const [name, often] of counts) {
        found.set(name, found.get(name) + Math.log(1 + (often * this.total) / (imagined * all)));
      }
    }
    return found;
  }

  // For each kind of danger, and for any at all, the odds that one word speaks for.
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

// How often one word stands in the questions for each answer: search_index.py says how it is told.
function countsOf(told, names, { next }) {
  let at = -1;
  return [...told.matchAll(/(\D)(\d*)/gu)].map(([, letter, size]) => {
    at += 1 + letter.codePointAt(0) - next.codePointAt(0);
    return [names[at], 1 << size];
  });
}

// What stands in English on a page of another language, for want of a translation, is marked as such:
// a voice reads it as English, and it runs from the left.

const SAID = `h1, h2, h3, p:not(.row), li:not(.choices li), dt, dd, a, b, i, em, span, small, strong, bdi, text,
  .steps div, [data-word], #contents button, blockquote button`; // a row and a choice run as the page does
const GAP = /\{\w+\}/g;
const hasLetters = (text) => /\p{L}/u.test(text);
const bare = (text) => text.replace(/\s+/g, " ").trim();

// What the English pages say; `asDocument` makes a document of HTML.
export class English {
  constructor({ words, blocks }, asDocument) {
    const strings = [];
    JSON.stringify([words, blocks], (_, value) => (typeof value === "string" && strings.push(value), value));
    const elements = asDocument(strings.join("")).querySelectorAll(SAID);
    const texts = [...strings, ...Array.from(elements, (each) => each.textContent)].map(bare).filter(hasLetters);
    const withGaps = texts.filter((text) => text.includes("{") && hasLetters(text.replace(GAP, "")));
    this.texts = new Set(texts.flatMap((text) => [text, ...text.split(/(?<=[.?!]) /)]));
    this.whole = texts.join(" ");
    this.withGaps = withGaps.map((text) => new RegExp(`^${text.replace(GAP, ".+")}$`));
  }

  // Marks what is said in English; and on a page that is as a whole, what is translated all the same.
  markIn(root, { language, direction }) {
    for (const each of root.querySelectorAll(SAID)) {
      const { lang, localName } = each.closest("[lang]");
      const isEnglish = this.has(each.textContent) || (each.matches("bdi") && this.hasPart(each.textContent));
      const isNamed = localName === "button"; // a language, which calls itself by its own name
      if (isNamed || !hasLetters(each.textContent)) continue;
      if (isEnglish && lang !== "en") mark(each, "en", "ltr");
      else if (!isEnglish && lang === "en" && !each.firstElementChild) mark(each, language, direction);
      else if (!isEnglish && each.matches("p")) this.markSentences(each);
    }
  }

  has(text) {
    return this.texts.has(bare(text)) || this.withGaps.some((words) => words.test(bare(text)));
  }

  // Whether it is a part of a sentence, which dots may stand around.
  hasPart(text) {
    return hasLetters(text) && this.whole.includes(bare(text.replace(/^\.{3}|\.{3}$/g, "")));
  }

  // Marks the sentences of a paragraph that has others, too: those side by side as one, with the
  // numbers and links in them.
  markSentences(paragraph) {
    const found = [];
    let run = null;
    for (const part of [...paragraph.childNodes].flatMap(sentencesIn)) {
      const text = part.textContent ?? part;
      const isOneMore = run && (part.localName === "a" || !hasLetters(text) || (/\S \S/.test(text) && this.hasPart(text)));
      if (!isOneMore && !this.has(text)) run = null;
      else if (!run) found.push(run = mark(document.createElement("span"), "en", "ltr"));
      if (run) run.append(part);
      else found.push(part);
    }
    if (found.some((part) => part.lang)) paragraph.replaceChildren(...found);
  }
}

const sentencesIn = (node) => (node.nodeType === Node.TEXT_NODE ? node.data.split(/((?<=[.?!])\s+)/) : [node]);

function mark(each, language, direction) {
  each.lang = language;
  if (!each.matches("li")) each.dir = direction; // its dot stands where the page begins
  return each;
}

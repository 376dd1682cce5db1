// Words that are marked with their language, as language_marks.py says, get an element that tells it.

const [ENGLISH, END] = ["\ue000", "\ue002"]; // and \ue001 before words in the page's own language
const MARKS = /([\ue000-\ue002])/;

export const unmarked = (text) => text.split(MARKS).filter((part) => !MARKS.test(part)).join("");
export const asEnglish = (text) => ENGLISH + text + END;

export function tellLanguages(root, { language, direction }) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const marked = [];
  while (texts.nextNode()) if (MARKS.test(texts.currentNode.data)) marked.push(texts.currentNode);
  for (const text of marked) {
    const open = [new DocumentFragment()];
    for (const part of text.data.split(MARKS)) {
      if (part === END) open.pop();
      else if (!MARKS.test(part)) open.at(-1).append(part);
      else {
        const [lang, dir] = part === ENGLISH ? ["en", "ltr"] : [language, direction];
        const told = Object.assign(document.createElement("span"), { lang, dir });
        open.at(-1).append(told);
        open.push(told);
      }
    }
    text.replaceWith(open[0]);
  }
}

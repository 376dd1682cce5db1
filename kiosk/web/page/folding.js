// Words as a search compares them, as kiosk/content/folding.py has it: without capitals, accents,
// endings and drawn-out letters.

const MARK = "(?:(?=[\\u0300-\\u1dff\\u20d0-\\u20ff\\ua660-\\uabff])\\p{M})"; // signs on the letter before
const PART = `[\\p{L}\\p{N}]+(?:${MARK}+[\\p{L}\\p{N}]*)*`;
const WORD = new RegExp(`${PART}(?:['’]${PART})*`, "gu");
const STROKES = { "ł": "l", "ø": "o", "đ": "d", "ħ": "h" };
const SOUNDS = [ // letters that are heard alike in English, one after the other
  [/(?:[ts]ion|shun|cian)/gu, "0n"], [/ph/gu, "f"], [/gh(?![aeiou])/gu, ""], [/c(?=[eiy])|z/gu, "s"],
  [/ck|c|q/gu, "k"], [/x/gu, "ks"], [/(?!^)[aeiouyhw]/gu, ""], [/(.)\1+/gu, "$1"],
];

export const placesOfWords = (text) =>
  [...text.matchAll(WORD)].map((match) => [match.index, match.index + match[0].length]);

export const foldedWords = (text) => (text.match(WORD) ?? []).map(fold);

export const stemsOf = (text) => foldedWords(text).map(stem);

function fold(word) {
  // By way of the capitals: Python's casefold makes ss of ß. Greek has a small letter for ends.
  const folded = word.toLowerCase().toUpperCase().toLowerCase().replace(/ς/gu, "σ").normalize("NFKD");
  return folded.replace(/[\u0300-\u036f'’]/gu, "").replace(/[łøđħ]/gu, (letter) => STROKES[letter])
    .replace(/(.)\1{2,}/gu, "$1$1");
}

// A folded word without the endings that English adds to it; not always a word itself.
export function stem(word) {
  if (word.length <= 3 || /[^\x00-\x7f]/.test(word)) return word;
  const root = withoutDoing(withoutPlural(word));
  return root.length > 3 && root.endsWith("e") ? root.slice(0, -1) : root;
}

function withoutPlural(word) {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutDoing(word) {
  for (const ending of ["ing", "ed"]) {
    const root = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || root.length <= 2 || !/[aeiouy]/.test(root)) continue;
    return /([^lsz])\1$/.test(root) ? root.slice(0, -1) : root; // the letter that is doubled
  }
  return word;
}

// A key that is the same for words that are heard alike: its consonants, simplified.
export const sound = (word) =>
  SOUNDS.reduce((key, [letters, heard]) => key.replace(letters, heard), word);

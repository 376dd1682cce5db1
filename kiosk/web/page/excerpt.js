// The sentence of a page in which the words of a search stand, short enough for one line, as
// kiosk/content/excerpt.py has it.

import { placesOfWords } from "./folding.js";

const CUT = "...";
const SENTENCE_END = /([.?!])["'”]?\s+/gu;

// The sentences of a page, with their words' places and stems: once, when the index is made.
export function sentencesOf(summary, lines, stemOf, { MOST_CHARACTERS }) {
  const sentences = [summary];
  let room = MOST_CHARACTERS;
  for (const line of lines) {
    const text = line.slice(0, Math.max(0, room)).replaceAll("\u00a0", " ");
    room -= text.length;
    sentences.push(...text.replace(SENTENCE_END, "$1\n").split("\n").map((sentence) => sentence.trim()));
  }
  return sentences.filter(Boolean).map((text) => {
    const places = placesOfWords(text);
    return { text, places, stems: places.map(([start, end]) => stemOf(text.slice(start, end))) };
  });
}

// The sentence in which most of the words stand, and the first one where none does: its text in
// pieces, and of each whether it is marked.
export function excerpt(sentences, wanted, meanings, { WORTH_A_WORD, WORTH_A_MEANING, LONGEST }) {
  const ways = [...wanted.meanings].map((name) => meanings.byName.get(name).ways);
  const spansIn = ({ stems }) => ways.map((way) => meanings.foundIn(stems, way)).filter((spans) => spans.length);
  let [best, most] = [null, -1];
  for (const sentence of sentences) {
    const exact = new Set(sentence.stems.filter((stem) => wanted.stems.has(stem)));
    const worth = WORTH_A_WORD * exact.size + WORTH_A_MEANING * spansIn(sentence).length;
    if (worth > most) [best, most] = [sentence, worth];
  }
  const spans = spansIn(best).flat();
  const isMarked = (_, at) => wanted.stems.has(best.stems[at])
    || spans.some(([, start, end]) => start <= at && at < end);
  return [...parts(best.text, best.places.filter(isMarked), LONGEST)];
}

// As much of a sentence as fits in a line, with as many marks as can be.
function* parts(text, marks, longest) {
  const [first, last] = text.length <= longest ? [0, text.length] : cut(text, marks, longest - 2 * CUT.length);
  let at = first;
  if (first) yield [CUT, false];
  for (const [start, end] of marks) {
    if (start < first || end > last) continue;
    if (start > at) yield [text.slice(at, start), false];
    yield [text.slice(start, end), true];
    at = end;
  }
  if (at < last) yield [text.slice(at, last), false];
  if (last < text.length) yield [CUT, false];
}

function cut(text, marks, room) {
  const held = (at) => marks.filter(([start, end]) => at <= start && end <= at + room).length;
  const wanted = [0, ...marks.map(([start]) => start)].reduce((one, other) =>
    held(other) > held(one) || (held(other) === held(one) && other < one) ? other : one);
  const first = text.slice(0, Math.max(0, Math.min(wanted, text.length - room)) + 1).lastIndexOf(" ") + 1;
  if (text.length - first <= room) return [first, text.length];
  const space = text.slice(first, first + room + 1).lastIndexOf(" ");
  return [first, first + (space > 0 ? space : room)];
}

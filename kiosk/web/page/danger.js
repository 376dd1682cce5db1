// The danger that a row of words tells of, as kiosk/content/danger.py has it.

import { NOTHING_HERE } from "./asked.js";

// The kind of danger, undefined where there is none, and whether that is sure. `leaning` is what the
// words speak for, but for harmless ones.
export function dangerIn(dangers, { meant, common }, leaning, weights) {
  const told = toldBy(dangers, meant, common);
  const harmless = harmlessPlaces(dangers, meant);
  const rest = common.filter((_, at) => !harmless.has(at));
  const telling = harmless.size ? rest.filter((isCommon) => !isCommon) : rest;
  const isShort = telling.length < weights.FEWEST_WORDS;
  const denied = leaning.isNothingHere ? weights.UNLIKELY_DANGER : weights.NO_DANGER;
  if (told && (told.alone || isShort || leaning.oddsOf() >= denied)) return [told, true];
  const [first, ...others] = dangers.kinds;
  const oddsOf = ({ means }) => leaning.oddsOf(means);
  const likeliest = others.reduce((one, other) => (oddsOf(other) > oddsOf(one) ? other : one), first);
  const isLikely = likeliest && leaning.oddsOf() > weights.LIKELY_DANGER
    && oddsOf(likeliest) > weights.LIKELY_KIND
    && leaning.to(likeliest.means) > leaning.to(NOTHING_HERE) && !isShort;
  return isLikely ? [likeliest, leaning.oddsOf() > weights.SURE_DANGER] : [undefined, false];
}

// The places of the words that sound like danger and are not.
export const harmlessPlaces = ({ unless }, meant) => new Set(meant.filter(([name]) => name === unless)
  .flatMap(([, start, end]) => Array.from({ length: end - start }, (_, at) => start + at)));

// The first of the kinds that meanings tell. `meant` are spans, and `common` says of each word whether
// it tells nothing of what the row is about.
function toldBy({ unless, kinds }, meant, common) {
  const names = new Set(kinds.map((kind) => kind.means));
  const harmless = meant.filter(([name]) => name === unless);
  const sure = meant.filter((span) => names.has(span[0]) && !touches(span, harmless));
  const counting = sure.filter((span) => !isPart(span, sure));
  return kinds.find(({ means, alone }) => {
    const spans = counting.filter(([name]) => name === means);
    return spans.length > 0 && (!alone || isAll(spans, common));
  });
}

// The meanings that are said in other words than a danger's own.
export function saidApart({ means }, meant) {
  const its = meant.filter(([name]) => name === means);
  return new Set(meant.filter((span) => !touches(span, its)).map(([name]) => name));
}

const touches = ([, start, end], others) =>
  others.some(([, first, last]) => start < last && first < end);

// Whether the words are part of more words that say something else.
const isPart = ([name, start, end], others) => others.some(([other, first, last]) =>
  other !== name && first <= start && end <= last && last - first > end - start);

// Whether a row has no other words than those of the spans, and common ones.
const isAll = (spans, common) => common.every((isCommon, at) =>
  isCommon || spans.some(([, start, end]) => start <= at && at < end));

// The danger that a row of words tells of, as kiosk/content/danger.py has it.

// The first of the kinds that is told; undefined where none is. `meant` are spans, and `common` says of
// each word whether it tells nothing of what the row is about.
export function dangerIn({ unless, kinds }, meant, common) {
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

// Whether a helpline is open, by the visitor's clock and the clocks of London: the same rules as
// kiosk/content/opening.py, to which a test holds it. Times are milliseconds of UTC.

const MINUTE = 60000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS_AHEAD = 14;
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const LONDON = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
  hour: "2-digit",
});
const minutes = (clock) => clock.split(":").reduce((hours, rest) => hours * 60 + Number(rest), 0);
const weekday = (day) => (new Date(day).getUTCDay() + 6) % 7; // Monday is 0

const offsets = new Map(); // by the hour of UTC: asking each time would take a phone long

// What London's clocks show at a moment, as if it were a moment of UTC.
function wallOf(moment) {
  const hour = Math.floor(moment / HOUR) * HOUR;
  if (!offsets.has(hour)) offsets.set(hour, shownAt(hour) - hour);
  return moment + offsets.get(hour);
}

function shownAt(moment) {
  const part = {};
  for (const { type, value } of LONDON.formatToParts(moment)) part[type] = Number(value);
  return Date.UTC(part.year, part.month - 1, part.day, part.hour);
}

// The moments at which London's clocks show a time: two where they are turned back, or forward
// over it.
function momentsOf(wall) {
  const both = [wall, wall - HOUR];
  const right = both.filter((moment) => wallOf(moment) === wall);
  return right.length ? right : both;
}

// "open" and until when (null where it never closes), "closed" and when it opens, or null where
// nothing can be said for sure.
export function openingAt(hours, now, feasts) {
  if (!hours) return null;
  if (hours === "always") return { state: "open", until: null };
  const ahead = spansOf(hours, wallOf(now), feasts).filter(({ end }) => end > now);
  const running = ahead.filter(({ start }) => start <= now);
  const sure = running.filter(({ isSure }) => isSure);
  if (sure.length) return { state: "open", until: endOfRun(sure, ahead) };
  if (running.length || !ahead.length || !ahead[0].isSure) return null;
  return { state: "closed", opens: ahead[0].start };
}

function spansOf(openings, wall, feasts) {
  const today = Math.floor(wall / DAY) * DAY;
  const spans = [];
  for (let day = today - DAY; day <= today + DAYS_AHEAD * DAY; day += DAY) {
    const dated = openings.filter(({ dates = [] }) => dates.some((run) => isIn(day, run)));
    for (const opening of dated) if (!opening.closed) spans.push(spanOf(opening, day, true));
    if (dated.length) continue;
    for (const opening of openings) {
      if (!(opening.days ?? []).includes(DAYS[weekday(day)])) continue;
      const feast = opening.bank_holidays === "open" ? "" : feastOn(day, feasts);
      if (feast === "bank holiday" && opening.bank_holidays === "closed") continue;
      spans.push(spanOf(opening, day, feast === ""));
    }
  }
  return spans.sort((one, other) => one.start - other.start);
}

function isIn(day, run) {
  const [first, last = first] = run.split(" - ").map((date) => Date.parse(`${date}T00:00Z`));
  return first <= day && day <= last;
}

function spanOf({ from, to }, day, isSure) {
  const closes = minutes(to) % 1440;
  const isNextDay = closes === 0 || closes < minutes(from);
  const start = Math.max(...momentsOf(day + minutes(from) * MINUTE));
  const end = Math.min(...momentsOf(day + closes * MINUTE + (isNextDay ? DAY : 0)));
  return { start, end, isSure };
}

function feastOn(day, feasts) {
  const [year, date] = [new Date(day).getUTCFullYear(), new Date(day).toISOString().slice(5, 10)];
  if (!feasts[year]) return "not known";
  if (feasts[year].split(" ").includes(date)) return "bank holiday";
  return ["01-01", "12-25", "12-26"].includes(date) ? "at a weekend" : "";
}

function endOfRun(running, ahead) {
  let end = Math.max(...running.map((span) => span.end));
  for (const span of ahead) if (span.isSure && span.start <= end && end < span.end) end = span.end;
  return end;
}

// The same in words; nothing where it is not known. `words` is a language's.
export function openingWords(hours, now, words) {
  const opening = openingAt(hours, now, words.feasts);
  if (!opening) return "";
  const { state, until, opens } = opening;
  if (state === "open") {
    if (until === null || wallOf(until) - wallOf(now) >= DAY) return words.words["hours.open"];
    return filled(words.words["hours.until"], { time: clock(until, words) });
  }
  const wall = wallOf(opens);
  const days = Math.floor(wall / DAY) - Math.floor(wallOf(now) / DAY);
  const key = days === 0 ? "hours.opens" : days < 7 ? "hours.opens.day" : "hours.opens.date";
  const date = new Date(wall);
  const month = words.months[date.getUTCMonth()];
  return filled(words.words[key], {
    time: clock(opens, words),
    day: words.days[weekday(wall)],
    date: filled(words.words["time.day"], { day: date.getUTCDate(), month }),
  });
}

// How many are open, in words; nothing where none is known to be.
export function openCount(now, words) {
  const hours = Object.values(words.helplines);
  const open = hours.filter((each) => openingAt(each, now, words.feasts)?.state === "open");
  return words.open[open.length];
}

export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, gap) => values[gap]);

function clock(moment, words) {
  const date = new Date(wallOf(moment));
  const [hour, minute] = [date.getUTCHours(), date.getUTCMinutes()];
  if (hour === 0 && minute === 0) return words.words["hours.midnight"];
  return `${hour}:${String(minute).padStart(2, "0")}`;
}

// From a visit and what was chosen to the next visit, and what happened that has consequences
// outside it: the same way through as kiosk/pages/navigation.py, to which a test holds it. A visit
// never changes, and is in one variable alone; how places and acts are written, places.py says.

const OF_A_FORM = new Set(["form", "sent", "unsent"]);
const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/; // the server looks again, and more closely

export const kindOf = (place) => place.split("|")[0];
export const hereOf = (visit) => visit.stops.at(-1).place;
export const stepOf = (place) => Number(place.split("|")[3] ?? 0);
export const answerTo = (visit, form, question) => visit.answers[form]?.[question] ?? "";
export const isTicked = (visit, form, question, option) =>
  answerTo(visit, form, question).split("\n").includes(option);

export function newVisit(place = "start") {
  return {
    stops: [{ place, top: 0 }],
    comfort: { language: "", theme: "", spacing: "", motion: "", words: "" },
    consent: { count: false, answered: "" },
    answers: {},
    askedAgain: [],
    done: [], // the steps of plans that were ticked off: the plan's place and the step's number
    counted: [],
    formIds: {},
  };
}

// Go to a place, or carry out an act. Returns the next visit and the event, or null.
export function follow(visit, target) {
  if (!target.startsWith("!")) return go(visit, target);
  const [act, ...told] = target.slice(1).split("|");
  const [form, question, option, ...onward] = told;
  switch (act) {
    case "next":
      return go(visit, nextStep(hereOf(visit)));
    case "answer":
      return go(withAnswer(visit, form, question, option), onward.join("|"));
    case "change":
      return [{ ...visit, comfort: { ...visit.comfort, [told[0]]: told[1] } }, null];
    case "breathe":
      return [visit, null]; // the page is drawn anew, and with it the minute begins
    case "agree":
      return [{ ...visit, consent: { count: told[1] === "yes", answered: "yes" } }, null];
    case "tick":
      return [withAnswer(visit, form, question, ticked(visit, form, question, option)), null];
    case "tickstep": {
      const step = told.join("|");
      const rest = visit.done.filter((each) => each !== step);
      return [{ ...visit, done: rest.length < visit.done.length ? rest : [...rest, step] }, null];
    }
    case "askagain": {
      const askedAgain = [...visit.askedAgain, `${form}|${question}`];
      return [at({ ...visit, askedAgain }, `form|${form}|${question}`), null];
    }
    case "send": {
      const id = visit.formIds[form] ?? number();
      const next = { ...visit, formIds: { ...visit.formIds, [form]: id } };
      return [next, { kind: "form", form, id, answers: visit.answers[form] ?? {} }];
    }
    case "forget":
      return [ended(visit, form, "start"), null];
  }
  throw new TypeError(`nobody has said what comes of ${act}`);
}

// What a choice of a form's page leads to, which depends on the answers.
export function inForm(visit, target, forms) {
  const [act, form, question] = target.split("|");
  if (act === "!askagain") {
    const asked = forms[form].find(({ name }) => name === question);
    return faultIn(visit, form, asked) ? target : asked.next;
  }
  if (act !== "!send") return target;
  const faulty = forms[form].find((each) => faultIn(visit, form, each));
  return faulty ? `!askagain|${form}|${faulty.name}` : target;
}

export function faultIn(visit, form, question) {
  const answer = answerTo(visit, form, question.name).trim();
  if (!answer) return question.required ? "missing" : "";
  return question.isAddress && !ADDRESS.test(answer) ? "wrong" : "";
}

export const back = (visit) =>
  visit.stops.length > 1 ? { ...visit, stops: visit.stops.slice(0, -1) } : visit;

// Takes what stands in the box of the page now.
export function typed(visit, text) {
  const [kind, form, question] = hereOf(visit).split("|");
  if (kind === "search") return insteadAt(visit, text ? `search|${text}` : "search");
  return kind === "form" ? withAnswer(visit, form, question, text) : visit;
}

// Goes on after a form was to be sent; one that was not taken stays in the visit.
export const sent = (visit, form, isKept) =>
  isKept ? ended(visit, form, `sent|${form}`) : at(visit, `unsent|${form}`);

// Who the visitor is, as far as the way here tells.
export function audienceOf(visit) {
  const told = visit.stops.findLast(({ place }) => kindOf(place) === "topics");
  return told ? told.place.split("|")[1] : "";
}

export function readTo(visit, top) {
  return { ...visit, stops: [...visit.stops.slice(0, -1), { ...visit.stops.at(-1), top }] };
}

function go(visit, place) {
  const [kind, topic] = place.split("|");
  const next = at(visit, place);
  if (kind !== "topic" || !visit.consent.count || visit.counted.includes(topic)) return [next, null];
  return [{ ...next, counted: [...visit.counted, topic] }, { kind: "topic", topic }];
}

function at(visit, place) {
  if (place === hereOf(visit)) return visit;
  return { ...visit, stops: [...visit.stops, { place, top: 0 }] };
}

const insteadAt = (visit, place) => ({
  ...visit,
  stops: [...visit.stops.slice(0, -1), { place, top: 0 }],
});

function nextStep(place) {
  const [kind, name, part = ""] = place.split("|");
  return [kind, name, part, (stepOf(place) || 1) + 1].join("|");
}

function withAnswer(visit, form, question, text) {
  const answers = { ...visit.answers[form], [question]: text };
  return { ...visit, answers: { ...visit.answers, [form]: answers } };
}

function ticked(visit, form, question, option) {
  const options = answerTo(visit, form, question).split("\n").filter(Boolean);
  const rest = options.filter((name) => name !== option);
  return (rest.length < options.length ? rest : [...options, option]).join("\n");
}

// Forgets a form and the way through it, and goes on to a place.
function ended(visit, form, place) {
  const isOfIt = ([kind, name]) => OF_A_FORM.has(kind) && name === form;
  const stops = visit.stops.filter((stop) => !isOfIt(stop.place.split("|")));
  if (stops.at(-1)?.place !== place) stops.push({ place, top: 0 });
  const { [form]: _answers, ...answers } = visit.answers;
  const { [form]: _id, ...formIds } = visit.formIds;
  const askedAgain = visit.askedAgain.filter((question) => !question.startsWith(`${form}|`));
  return { ...visit, stops, answers, formIds, askedAgain };
}

// A random UUID (RFC 9562, version 4): `crypto.randomUUID` wants an encrypted connection.
function number() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

// Leaving: every way out of a visit, and what comes after it. None of it needs the server.

const TAPS = 3;
const WITHIN_MILLISECONDS = 700;
const MOST_MILLISECONDS = 200; // until the next page is asked for, whatever is painted
const NAMES = { menu: "ContextMenu" }; // of keys in the settings, where browsers have another

const { dataset } = document.body;
const [begin, visit] = ["begin", "visit"].map((name) => document.getElementById(name));
const nameOf = (key) => (key.length > 1 ? key.toLowerCase() : key);
const panicKeys = dataset.panicKeys.split(" ").filter(Boolean).map((name) => nameOf(NAMES[name] ?? name));
const leavingKeys = new Set(["escape", "esc", ...panicKeys]);
let drop = () => false;
let taps = [];

// Listens for what ends a visit. `dropVisit` takes everything of it away, at once, and tells whether
// there was one.
export function guard(dropVisit) {
  drop = dropVisit;
  for (const type of ["keydown", "keyup"]) addEventListener(type, hearKey, { capture: true });
  addEventListener("pointerdown", hearTap, { capture: true });
  addEventListener("pointercancel", () => { taps = []; }); // it was the beginning of a scroll
  document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); });
  for (const type of ["pagehide", "pageshow"]) addEventListener(type, () => { if (drop()) welcome(); });
  for (const type of ["copy", "cut", "contextmenu", "dragstart"]) {
    addEventListener(type, (event) => { if (!visit.hidden) event.preventDefault(); }, { capture: true });
  }
}

// Everything that was shown is gone when this returns.
export function leave() {
  if (!drop()) return;
  begin.disabled = true; // a panicked second key leads nowhere
  setTimeout(welcome, dataset.deafSeconds * 1000);
  const neutral = new URL(dataset.neutralAddress, location.href);
  if (pageOf(neutral) !== pageOf(location)) afterPaint(() => location.replace(neutral));
}

// Going to another page at once would hold back the picture of the neutral page that lies here.
function afterPaint(go) {
  if (document.hidden) return go(); // nothing of it is painted
  const late = setTimeout(go, MOST_MILLISECONDS);
  requestAnimationFrame(() => setTimeout(() => { clearTimeout(late); go(); }));
}

const pageOf = ({ origin, pathname }) => origin + pathname.replace(/index\.html$/, "");

function welcome() {
  begin.disabled = false;
  begin.focus({ preventScroll: true });
}

function hearKey(event) {
  if (event.code !== "Escape" && !leavingKeys.has(nameOf(event.key ?? ""))) return;
  event.preventDefault(); // Escape would also stop the browser from going on
  event.stopImmediatePropagation();
  leave();
}

function hearTap({ pointerType, isPrimary, timeStamp }) {
  if (pointerType === "mouse" || !isPrimary) return;
  taps = [...taps, timeStamp].slice(-TAPS);
  if (taps.length < TAPS || timeStamp - taps[0] >= WITHIN_MILLISECONDS) return;
  taps = [];
  leave();
}

// The page: an ordinary one, and above it the kiosk's screen while somebody uses it. Nothing is
// ever put into the history, the storage or the address.

import { keysOf, pasteOf } from "./keys.js";
import { leavingKeys, listenForTaps } from "./leaving.js";
import { listenForPointer } from "./pointer.js";
import { Screen } from "./screen.js";
import { listenForTyping } from "./typing.js";
import { Visit } from "./visit.js";

const TRY_AGAIN_LATER = 1013; // RFC 6455, and its registry

const { dataset } = document.body;
const DEAF_MILLISECONDS = dataset.deafSeconds * 1000; // a panicked second key leads nowhere
const part = (name) => document.getElementById(name);
const isLeavingKey = leavingKeys(dataset.panicKeys);
const screen = new Screen(part("screen"));
let visit = null;

function begin() {
  if (visit) return;
  part("begin").disabled = true;
  part("notice").textContent = "";
  part("visit").classList.add("-waiting");
  part("visit").hidden = false; // laid out, so that the screen can be measured, but not seen
  keepHeight();
  visit = new Visit(screen, part("warning"), dataset, show, leave);
}

function show() {
  part("visit").classList.remove("-waiting");
  part("neutral").inert = true;
  part("screen").focus();
}

// Everything that was on the screen is gone when this returns. `code` is why the connection was
// closed, if that is why.
function leave(code) {
  if (!visit) return;
  const ended = visit;
  visit = null;
  part("visit").hidden = true;
  part("neutral").inert = false;
  part("field").value = "";
  ended.end();
  if (code === undefined || ended.seen) goToNeutralAddress();
  else part("notice").textContent = code === TRY_AGAIN_LATER ? dataset.full : dataset.lost;
  setTimeout(welcome, DEAF_MILLISECONDS);
}

// What is shown is neutral already. An address of our own is asked for first: where the server
// has stopped, the browser's page about that would be shown instead.
async function goToNeutralAddress() {
  const address = new URL(dataset.neutralAddress, location.href);
  const isOurs = address.origin === location.origin;
  if (isOurs && !(await fetch(address, { method: "HEAD" }).catch(() => null))?.ok) return;
  if (!visit) location.replace(address);
}

function welcome() {
  if (visit) return;
  part("begin").disabled = false;
  part("begin").focus({ preventScroll: true });
}

function hearKey(event) {
  if (isLeavingKey(event)) {
    event.preventDefault(); // Escape would also stop the browser from going on
    event.stopImmediatePropagation();
    leave();
  } else if (visit && event.type === "keydown" && !event.target.closest?.("#bar")) {
    const keys = keysOf(event);
    if (keys === null) return;
    event.preventDefault();
    visit.type(keys);
  }
}

function hearPaste(event) {
  if (!visit) return;
  event.preventDefault();
  visit.type(pasteOf(event.clipboardData.getData("text/plain")));
}

for (const type of ["keydown", "keyup"]) addEventListener(type, hearKey, { capture: true });
addEventListener("paste", hearPaste, { capture: true });
for (const type of ["copy", "cut", "contextmenu", "dragstart"]) {
  part("visit").addEventListener(type, (event) => event.preventDefault());
}

// On the visual viewport, which is what a keyboard on the screen leaves free.
function keepHeight() {
  part("visit").style.setProperty("--height", `${visualViewport.height}px`);
  visit?.resize();
}

visualViewport.addEventListener("resize", keepHeight);
addEventListener("pagehide", () => leave());
listenForTaps(part("visit"), () => leave());
listenForPointer(screen, (keys) => visit?.type(keys), part("leave").textContent, () => leave());
listenForTyping(part("field"), (keys) => visit?.type(keys));
part("warning").addEventListener("click", () => visit?.type("")); // a tap is as good as a key
part("begin").addEventListener("click", begin);
part("leave").addEventListener("click", () => leave());
part("back").addEventListener("click", () => visit?.type("\x1b[D"));
part("search").addEventListener("click", () => {
  visit?.type("/");
  part("field").focus(); // opens the keyboard of a touch screen
});
setTimeout(welcome, DEAF_MILLISECONDS);

// What means leaving, beside the button: Escape with any modifier, the library's panic keys,
// three quick taps.

const TAPS = 3;
const WITHIN_MILLISECONDS = 700;
const NAMES = { menu: "ContextMenu" }; // of the settings, where browsers have another

// A test for keyboard events. `panicKeys` are names as in the settings, with spaces between.
export function leavingKeys(panicKeys) {
  const names = panicKeys.split(" ").filter(Boolean).map((name) => NAMES[name] ?? name);
  const keys = new Set(["escape", ...names.map((name) => name.length > 1 ? name.toLowerCase() : name)]);
  return ({ key = "", code = "" }) =>
    code === "Escape" || keys.has(key.length > 1 ? key.toLowerCase() : key);
}

// Calls `leave` on three quick taps of a finger anywhere in `element`.
export function listenForTaps(element, leave) {
  let times = [];
  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse") return;
    times = [...times, event.timeStamp].slice(-TAPS);
    if (times.length === TAPS && times[TAPS - 1] - times[0] < WITHIN_MILLISECONDS) {
      times = [];
      leave();
    }
  }, { capture: true });
}

// Keys as a terminal sends them.

const NAMED = {
  Enter: "\r",
  Tab: "\t",
  Backspace: "\x7f",
  Delete: "\x1b[3~",
  ArrowUp: "\x1b[A",
  ArrowDown: "\x1b[B",
  ArrowRight: "\x1b[C",
  ArrowLeft: "\x1b[D",
  Home: "\x1b[H",
  End: "\x1b[F",
  PageUp: "\x1b[5~",
  PageDown: "\x1b[6~",
};
const LONGEST_PASTE = 1000;

// What a keydown sends; null where it is the browser's, or an on-screen keyboard's.
export function keysOf(event) {
  const isText = event.key.length === 1 || event.getModifierState("AltGraph");
  const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
  if (event.isComposing || (isShortcut && !event.getModifierState("AltGraph"))) return null;
  if (event.key === "Tab" && event.shiftKey) return "\x1b[Z";
  return NAMED[event.key] ?? (isText && [...event.key].length === 1 ? event.key : null);
}

// A pasted text in its brackets, without what would close them early.
export function pasteOf(text) {
  return `\x1b[200~${text.slice(0, LONGEST_PASTE).replaceAll("\x1b", "")}\x1b[201~`;
}

// Keyboards on the screen send no keys: they change a field, and may change it again while a word
// is being put together. So what they did is told from how the field has changed.

const BACKSPACE = "\x7f";
const ANCHOR = " "; // something to delete, since an empty field does not tell of Backspace

// Calls `type` with keys for what an on-screen keyboard does to `field`.
export function listenForTyping(field, type) {
  let before = ANCHOR;

  function reset() {
    field.value = before = ANCHOR;
  }

  field.addEventListener("focus", reset);
  field.addEventListener("input", (event) => {
    const keys = difference(before, field.value);
    before = field.value;
    if (keys) type(keys);
    if (!event.isComposing) reset();
  });
  field.addEventListener("compositionend", reset);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") field.blur(); // closes the keyboard, so that the list can be read
  });
}

// The keys that turn one text into another at its end.
function difference(before, after) {
  const from = [...before];
  const to = [...after];
  let same = 0;
  while (same < from.length && from[same] === to[same]) same += 1;
  return BACKSPACE.repeat(from.length - same) + to.slice(same).join("");
}

// A row of cells as spans. Each is as wide as its cells: a character that the font lacks, and
// that comes from another one, moves nothing but itself.

const HALF_BLOCKS = { "▀": "to bottom", "▄": "to top" }; // drawn, since fonts leave gaps around them
const BLANK = { text: " ", style: { ink: "", paper: "" } };

export function* spansOf(row, columns) {
  for (let first = 0, last; first < columns; first = last) {
    const cell = row[first] ?? BLANK;
    let text = cell.text;
    for (last = first + 1; last < columns && belongs(row[last] ?? BLANK, cell); last += 1) {
      text += (row[last] ?? BLANK).text;
    }
    yield span(text, last - first, cell.style);
  }
}

function belongs(cell, before) {
  if (cell.text === "") return true; // the second half of a wide character
  return cell.style === before.style && kindOf(cell.text) === kindOf(before.text);
}

function kindOf(text) {
  return /^[ -~]$/.test(text) ? "ascii" : text;
}

function span(text, cells, style) {
  const made = document.createElement("span");
  const [ink, paper] = style.reverse ? [style.paper, style.ink] : [style.ink, style.paper];
  made.style.width = `${cells}ch`;
  made.style.color = ink;
  made.style.background = paper;
  if (style.bold) made.style.fontWeight = "bold";
  if (style.faint) made.style.opacity = 0.7;
  if (style.italic) made.style.fontStyle = "italic";
  if (style.underline) made.style.textDecoration = "underline";
  if (text[0] in HALF_BLOCKS) {
    made.style.background = `linear-gradient(${HALF_BLOCKS[text[0]]}, ${ink} 50%, ${paper} 50%)`;
  } else {
    made.textContent = text;
  }
  return made;
}

"""Scripts put together: what a browser gets as one file."""

from kiosk.web.joining import joined

TEXTS = {
    "main.js": """import { one as first } from "./one.js";
import * as two from "./two.js";
first();
""",
    "one.js": 'import { number } from "./two.js";\nexport const one = () => number;\n',
    "two.js": "export function number() {}\nexport async function* words() {}\n",
    "other.js": "export class Other {}\n",
    "style.css": "a { color: red; }\n",
}
WHOLE = """const two_js = (() => {
function number() {}
async function* words() {}
return { number, words };
})();
const one_js = (() => {
const { number } = two_js;
const one = () => number;
return { one };
})();
const { one: first } = one_js;
const two = two_js;
first();
export { two_js, one_js };
"""


def test_a_script_stands_behind_those_that_it_needs() -> None:
    """Each is there once, with names of its own; what nothing needs stays a file."""
    others = {name: TEXTS[name] for name in ("other.js", "style.css")}
    assert joined(TEXTS, "main.js") == {**others, "main.js": WHOLE}

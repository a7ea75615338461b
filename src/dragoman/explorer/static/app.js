// Keys, marked words, and light on a party's ties.  The pages work without it; nothing here makes HTML from text.

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

// --- keys: an element with data-key="c" is pressed, followed or focused by c -----------------------

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "Enter" && event.target.form) {
    event.preventDefault();
    event.target.form.requestSubmit();
    return;
  }
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    return;
  }
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (moveCursor(event) || fillFrom(event.key)) {
    event.preventDefault();
    return;
  }
  const wanted = [...document.querySelectorAll("[data-key]")].find((e) => e.dataset.key === event.key);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("input")) wanted.focus();
  else wanted.click();
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (!opener) return;
  const panel = document.getElementById(opener.dataset.open);
  panel.open = true;
  panel.querySelector("[data-first]").focus();
});

// --- marked words: a key puts them into the field that has data-fill of that key -------------------

function place(node, offset) {
  // where a point of the page stands in the report, counted in characters (not in UTF-16 units)
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!holder) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
  return Number(holder.dataset.start) + [...before].length;
}

function marked() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const box = range.startContainer.parentElement?.closest("[data-text]");
  const words = selection.toString().trim();
  if (!box || !words) return null;
  const raw = selection.toString();
  const lead = [...raw].length - [...raw.trimStart()].length;
  const start = place(range.startContainer, range.startOffset);
  return { words, field: box.dataset.text, start: start === null ? "" : start + lead };
}

function fillFrom(key) {
  const input = document.querySelector(`[data-fill="${CSS.escape(key)}"]`);
  const found = input && marked();
  if (!found) return false;
  const form = input.form;
  if ("join" in input.dataset && input.value.trim()) input.value += `; ${found.words}`;
  else input.value = found.words;
  if (key === "a") {
    form.elements.field.value = found.field;
    form.elements.start.value = found.start;
    form.elements.end.value = found.start === "" ? "" : found.start + [...found.words].length;
    form.querySelector("[data-first]").focus();
  }
  return true;
}

function moveCursor(event) {
  const box = document.querySelector('[data-text="text"]');
  if (!box || !document.querySelector("[data-fill]")) return false;
  const selection = getSelection();
  if (event.key === "m") {
    const first = box.querySelector("[data-start]")?.firstChild;
    if (!first) return false;
    box.focus({ preventScroll: true });
    selection.setBaseAndExtent(first, 0, first, Math.min(1, first.length));
    selection.modify("extend", "forward", "word");
    return true;
  }
  const steps = { ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] };
  const step = steps[event.key];
  if (!step || !selection.rangeCount || !selection.anchorNode?.parentElement?.closest("[data-text]")) return false;
  if (event.shiftKey) selection.modify("extend", ...step);
  else {
    // the next word begins where the marked one ends; the one before, or another line, is moved to first
    if (step[0] === "forward") selection.collapseToEnd();
    else selection.collapseToStart();
    if (step[0] === "backward" || step[1] === "line") selection.modify("move", ...step);
    selection.modify("extend", "forward", "word");
  }
  selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
  return true;
}

// --- network: pointing at a party shows its ties ---------------------------------------------------

for (const net of document.querySelectorAll(".net")) {
  const edges = [...net.querySelectorAll(".edge")];
  for (const node of net.querySelectorAll(".node")) {
    const key = node.dataset.keyOf;
    const light = (on) => {
      net.classList.toggle("dim", on);
      for (const edge of edges) edge.classList.toggle("near", on && (edge.dataset.a === key || edge.dataset.b === key));
    };
    node.addEventListener("pointerenter", () => light(true));
    node.addEventListener("pointerleave", () => light(false));
  }
}

// On a phone the facets begin folded.
if (matchMedia("(max-width: 62rem)").matches)
  for (const fold of document.querySelectorAll("aside > details.fold")) fold.open = false;

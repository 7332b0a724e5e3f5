// Reviewing by keyboard. Every action is a link or a button of the page; this only presses them.

const sheet = document.querySelector("[data-sheet]");
const keys = document.getElementById("keys");
const say = (words) => {
  document.getElementById("said").textContent = words;
};

// The keys can be switched off: some people's tools type for them.
const SWITCH = "keys-off";
const isOff = () => {
  try {
    return localStorage.getItem(SWITCH) === "yes";
  } catch {
    return false;
  }
};

// What was typed is never lost by moving on ---------------------------------------------------

let changed = sheet?.dataset.sheet === "unsaved"; // what was sent and is shown again with why
let sending = false;
sheet?.addEventListener("input", () => (changed = true));
sheet?.addEventListener("submit", () => (sending = true));
addEventListener("beforeunload", (event) => {
  if (changed && !sending) event.preventDefault();
});

function move(link, direction) {
  if (!link) {
    say(direction === "next" ? "This is the last one." : "This is the first one.");
  } else if (changed && sheet && !document.querySelector("[value=amend]")) {
    sheet.elements.then.value = direction;
    sheet.requestSubmit(sheet.querySelector("[name=do][value=draft]"));
  } else {
    link.click();
  }
}

// Points --------------------------------------------------------------------------------------

const points = [...document.querySelectorAll("[data-point]")];
let here = -1;

function go(to) {
  if (!points.length) return;
  points[here]?.classList.remove("is-here");
  here = Math.max(0, Math.min(points.length - 1, to));
  const point = points[here];
  point.closest("details.judge-rest")?.setAttribute("open", "");
  point.classList.add("is-here");
  showStep(point);
  point.focus();
}

// On a narrow screen only one step is shown: go to the one that a key is about.
function showStep(element) {
  const step = element.closest("#queue, #attempt, #judgement");
  if (step && getComputedStyle(step).display === "none") location.hash = step.id;
}

const radio = (point, value) => point?.querySelector(`input[type=radio][value=${value}]`);

function choose(point, value) {
  const one = radio(point, value);
  if (!one) return false;
  one.checked = true;
  one.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function agree() {
  if (here < 0) go(0);
  if (!choose(points[here], "agree")) return;
  say(`${points[here].querySelector("h3").textContent}: agreed.`);
  if (here < points.length - 1) go(here + 1);
}

function agreeWithAll() {
  const open = points.filter((point) => !point.querySelector("input[type=radio]:checked"));
  const agreed = open.filter((point) => choose(point, "agree")).length;
  say(`Agreed with ${agreed} points.`);
}

function overrule() {
  if (here < 0) go(0);
  if (!choose(points[here], "overrule")) return;
  points[here].querySelector("select").focus();
}

// Before the rules' verdict is shown: the point gets the first, second or third one, then the next.
function rate(number) {
  const one = points[Math.max(here, 0)]?.querySelectorAll("input[name^=verdict-]")[number];
  if (!one) return;
  if (here < 0) go(0);
  one.checked = true;
  say(`${points[here].querySelector("h3").textContent}: ${one.parentElement.textContent.trim()}.`);
  if (here < points.length - 1) go(here + 1);
}

function write(field) {
  if (!field) return;
  field.closest("details")?.setAttribute("open", "");
  showStep(field);
  field.focus();
}

// A comment on words that are selected in the reply ---------------------------------------------

const reply = document.querySelector("[data-reply]");

// Letters of findings stand in the reply as it is shown, and are no part of what was typed.
function typedBefore(node, offset) {
  const range = document.createRange();
  range.selectNodeContents(reply);
  range.setEnd(node, offset);
  const copy = range.cloneContents();
  copy.querySelectorAll(".pin").forEach((pin) => pin.remove());
  return [...copy.textContent].length;
}

function commentOnWords() {
  const selection = getSelection();
  if (!reply || selection.isCollapsed) return say("Select some words of the reply first.");
  const range = selection.getRangeAt(0);
  if (!reply.contains(range.commonAncestorContainer)) return say("These words are not in the reply.");
  const start = typedBefore(range.startContainer, range.startOffset);
  const end = typedBefore(range.endContainer, range.endOffset);
  const copy = range.cloneContents();
  copy.querySelectorAll(".pin").forEach((pin) => pin.remove());
  const row = emptyRow();
  row.querySelector("[name=phrase]").value = copy.textContent.replace(/\s+/g, " ");
  row.querySelector("[name=phrase-start]").value = start;
  row.querySelector("[name=phrase-end]").value = end;
  row.querySelector("summary").textContent = `On “${copy.textContent}”`;
  write(row.querySelector("textarea"));
}

function emptyRow() {
  const rows = [...document.querySelectorAll("[data-phrase]")];
  const empty = rows.find((row) => !row.querySelector("textarea").value && !row.querySelector("[name=phrase]").value);
  if (empty) return empty;
  const row = rows.at(-1).cloneNode(true);
  const number = rows.length + 1;
  row.querySelectorAll("[id], [for]").forEach((one) => {
    for (const name of ["id", "for"]) {
      if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace(/\d+$/, number));
    }
  });
  row.querySelectorAll("input, textarea").forEach((one) => (one.value = ""));
  rows.at(-1).after(row);
  return row;
}

// Words at hand go in where one writes, without a way to the server.
sheet?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-text]");
  if (!button) return;
  const field = document.getElementById("overall");
  field.value = [field.value.trim(), button.dataset.text].filter(Boolean).join("\n\n");
  const used = { type: "hidden", name: "used", value: button.value };
  sheet.append(Object.assign(document.createElement("input"), used));
  changed = true;
  event.preventDefault();
  field.focus();
});

// Keys ------------------------------------------------------------------------------------------

const press = (key) => document.querySelector(`[data-key="${key}"]`)?.click();

function openKeys() {
  if (!keys || keys.open) return;
  keys.querySelector("[data-keys-off]").setAttribute("aria-pressed", String(isOff()));
  keys.showModal();
}

const ACTIONS = {
  j: () => move(document.querySelector('[data-key="j"]'), "next"),
  k: () => move(document.querySelector('[data-key="k"]'), "previous"),
  n: () => go(here + 1),
  p: () => go(here - 1),
  a: agree,
  A: agreeWithAll,
  o: overrule,
  1: () => rate(0),
  2: () => rate(1),
  3: () => rate(2),
  m: () => write(points[Math.max(here, 0)]?.querySelector(".say-more textarea")),
  w: commentOnWords,
  c: () => write(document.getElementById("overall")),
  b: () => write(document.querySelector("#bank button")),
  i: () => write(document.getElementById("private-note")),
  d: () => press("d"),
  r: () => press("r"),
  u: () => document.querySelector("#undo button")?.click(),
  t: () => press("t"),
  l: () => press("l"),
  q: () => press("q"),
};

const typing = (element) =>
  element.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

document.addEventListener("keydown", (event) => {
  // While the page is being sent, no further key starts anything.
  if (event.ctrlKey || event.metaKey || event.altKey || keys?.open || sending) return;
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    return;
  }
  if (typing(event.target)) return;
  if (event.key === "?") return openKeys();
  if (isOff()) return;
  const lines = [...document.querySelectorAll("[data-line]")];
  if (lines.length && (event.key === "j" || event.key === "k")) {
    const at = lines.indexOf(document.activeElement);
    lines[Math.max(0, Math.min(lines.length - 1, at + (event.key === "j" ? 1 : -1)))].focus();
    return;
  }
  const action = ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

keys?.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) keys.close();
  const off = event.target.closest("[data-keys-off]");
  if (!off) return;
  try {
    localStorage.setItem(SWITCH, isOff() ? "no" : "yes");
  } catch {
    // storage is switched off: so the keys stay on
  }
  off.setAttribute("aria-pressed", String(isOff()));
});

document.querySelectorAll("[data-keys], [data-selecting]").forEach((one) => (one.hidden = false));
document.querySelector("[data-keys]")?.addEventListener("click", openKeys);

// The moment in which a release can be undone ends; its notice goes with it.
const undo = document.getElementById("undo");
if (undo) setTimeout(() => undo.remove(), 15_000);

// What did not fit is where the reader is taken, once the browser has gone to the address's part
// of the page: it lets go of whatever has the focus then.
function toProblem() {
  const problem = document.querySelector(".judge .error, [data-sheet] > .error");
  if (!problem) return;
  const point = points.indexOf(problem.closest("[data-point]"));
  if (point >= 0) go(point);
  // Where a reason is missing one goes on writing it: letters would else be taken for keys.
  (points[point]?.querySelector("[aria-invalid]") ?? points[point] ?? problem).focus();
}
addEventListener("load", toProblem);

// The line of this reply is in view in the list beside it.
const list = document.querySelector(".queue-lines");
const current = list?.querySelector("[aria-current]");
if (current) list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 3;

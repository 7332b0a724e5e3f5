// What neither the server nor htmx can do. Every page works without this file, only plainer.

// Drafts live in this browser alone, keyed by person and client, and go at sign-out. ---------

const person = document.body.dataset.person;
const keyOf = (slug) => `draft:${person}:${slug}`;

function quietly(work) {
  try {
    return work();
  } catch {
    return null; // storage is full or switched off: typing goes on without drafts
  }
}

const readDraft = (slug) => quietly(() => JSON.parse(localStorage.getItem(keyOf(slug))));
const keepDraft = (slug, draft) =>
  quietly(() => (localStorage.setItem(keyOf(slug), JSON.stringify(draft)), true));
const dropDraft = (slug) => quietly(() => localStorage.removeItem(keyOf(slug)));

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-signs-out]")) return;
  quietly(() => {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(`draft:${person}:`))
      .forEach((key) => localStorage.removeItem(key));
  });
});

// The practice page ------------------------------------------------------------------------

const region = () => document.getElementById("practice");
const field = () => document.getElementById("id_reply");
const say = (words) => {
  document.getElementById("said").textContent = words;
};

function words(text) {
  const number = text.split(/\s+/).filter(Boolean).length;
  return `${number} ${number === 1 ? "word" : "words"}`;
}

function showSaved(kept) {
  const text = field().value;
  const saved = document.getElementById("saved");
  saved.textContent = text.trim() ? `${kept ? "Saved as a draft · " : ""}${words(text)}` : "";
}

function keep() {
  const form = field().form;
  const { slug } = region().dataset;
  if (!field().value.trim()) {
    dropDraft(slug);
    showSaved(false);
    return;
  }
  const kept = keepDraft(slug, {
    text: field().value,
    token: form.elements.token.value,
    began: form.elements.began.value,
    again: form.elements.again.value,
    aided: Boolean(form.elements.aided),
    rating: form.elements.self_rating.value,
  });
  showSaved(kept);
}

function restore() {
  const draft = readDraft(region().dataset.slug);
  const form = field().form;
  // A form that comes back with a message already holds what was sent.
  if (draft?.text && !document.getElementById("reply-error")) {
    field().value = draft.text;
    form.elements.token.value = draft.token;
    form.elements.began.value = draft.began;
    form.elements.again.value ||= draft.again;
    if (draft.rating) form.elements.self_rating.value = draft.rating;
    if (draft.aided && !form.elements.aided) {
      const aided = Object.assign(document.createElement("input"), { type: "hidden", name: "aided", value: "on" });
      form.append(aided);
    }
  }
  showSaved(Boolean(draft?.text));
}

function arrive() {
  const { sent, slug } = region().dataset;
  if (field()) restore();
  else if (sent && readDraft(slug)?.token === sent) dropDraft(slug);
}

document.addEventListener("input", (event) => {
  if (event.target.form?.id === "reply-form") keep();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  if (event.target !== field()) return;
  event.preventDefault();
  field().form.requestSubmit(document.getElementById("send"));
});

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.id === "reply-form") say("Sending…");
});

// After a swap the reader is taken to what is new.
const places = ["reply-error", "moved", "hint", "feedback"];
document.addEventListener("htmx:afterSwap", (event) => {
  const stirred = event.detail.requestConfig?.triggeringEvent?.submitter;
  if (!region()) return;
  if (event.detail.target.id === "stirred") {
    document.getElementById(stirred?.id)?.focus();
    say("Noted. Only you see this.");
    return;
  }
  arrive();
  const place = places.map((id) => document.getElementById(id)).find(Boolean);
  place?.focus();
  say(place?.id === "feedback" ? "Here is what the rules saw." : "");
});

const trouble = () => {
  if (!region()) return;
  keep();
  const note = "That did not go through. Your reply is kept here; please send it again in a moment.";
  say(note);
  document.getElementById("saved").textContent = note;
};
document.addEventListener("htmx:sendError", trouble);
document.addEventListener("htmx:responseError", trouble);

if (region()) arrive();

// More than a form holds is said before it is sent: the words stay where they are. -------------

const bytes = (text) => new TextEncoder().encode(text).length;

function tooMuch(form, submitter) {
  const sent = [...new FormData(form, submitter)];
  const files = sent.filter(([, value]) => value instanceof File);
  const typed = sent.filter(([, value]) => !(value instanceof File));
  const { room, roomFiles } = document.body.dataset;
  const coded = form.enctype !== "multipart/form-data";
  const text = coded
    ? new URLSearchParams(typed).toString().length
    : typed.reduce((sum, [name, value]) => sum + bytes(name) + bytes(value), 0);
  const weight = files.reduce((sum, [, file]) => sum + file.size, text);
  if (text > room) return "This is longer than we can take in one go. It is all still here: please send it in parts.";
  if (weight > roomFiles) return "This file is larger than we can take. Please send it in parts.";
  return "";
}

// Heard before htmx hears it.
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    document.getElementById("too-much")?.remove();
    const says = tooMuch(form, event.submitter);
    if (!says) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const note = Object.assign(document.createElement("p"), { id: "too-much", className: "error", textContent: says });
    note.setAttribute("role", "alert");
    note.tabIndex = -1;
    form.prepend(note);
    note.focus();
  },
  true,
);

// The page that says so, where this file did not: the way back to the words.
const goesBack = document.querySelector("[data-goes-back]");
if (goesBack) {
  goesBack.hidden = false;
  goesBack.addEventListener("click", () => history.back());
}

// Printing ---------------------------------------------------------------------------------

// The browser's own print dialogue; without JavaScript its menu does the same.
const printer = document.querySelector("[data-prints]");
if (printer) {
  printer.hidden = false;
  printer.addEventListener("click", () => window.print());
}
// A folded table prints unfolded.
addEventListener("beforeprint", () => {
  document.querySelectorAll("details.table-fold").forEach((fold) => (fold.open = true));
});

// The practice page: what htmx cannot do. Without this file the page works, only plainer.
import { dropDraft, keepDraft, readDraft } from "./drafts.js";

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
  keep();
  const note = "That did not go through. Your reply is kept here; please send it again in a moment.";
  say(note);
  document.getElementById("saved").textContent = note;
};
document.addEventListener("htmx:sendError", trouble);
document.addEventListener("htmx:responseError", trouble);

if (region()) arrive();

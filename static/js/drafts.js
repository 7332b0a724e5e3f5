// Drafts live in this browser alone, keyed by person and client, and go at sign-out.
const person = document.body.dataset.person;
const keyOf = (slug) => `draft:${person}:${slug}`;

function quietly(work) {
  try {
    return work();
  } catch {
    return null; // storage is full or switched off: typing goes on without drafts
  }
}

export const readDraft = (slug) => quietly(() => JSON.parse(localStorage.getItem(keyOf(slug))));
export const keepDraft = (slug, draft) =>
  quietly(() => (localStorage.setItem(keyOf(slug), JSON.stringify(draft)), true));
export const dropDraft = (slug) => quietly(() => localStorage.removeItem(keyOf(slug)));

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-signs-out]")) return;
  quietly(() => {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(`draft:${person}:`))
      .forEach((key) => localStorage.removeItem(key));
  });
});

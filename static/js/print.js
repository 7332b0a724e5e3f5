// The browser's own print dialogue; without JavaScript its menu does the same.
const button = document.querySelector("[data-prints]");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
// A folded table prints unfolded.
addEventListener("beforeprint", () => {
  document.querySelectorAll("details.table-fold").forEach((fold) => (fold.open = true));
});

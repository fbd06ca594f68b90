/* Lists the trash for who has the token, and brings files back. */

import { answerOf, bearer, restore } from "./restoring.js";

const form = document.querySelector("[data-trash]");

function tell(sentence) {
  document.querySelector("[data-told]").textContent = sentence;
}

function fail(error) {
  tell(`${form.dataset.failed}${error.message}`);
}

/* The row of one file. */
function row(file) {
  const made = document.querySelector("[data-row]").content.cloneNode(true);
  const cell = (name) => made.querySelector(`[data-cell="${name}"]`);
  cell("name").textContent = file.name;
  cell("paper").textContent = [file.title, file.number].filter(Boolean).join(" ");
  cell("action").textContent = cell("action").dataset[file.action];
  cell("when").textContent = file.when.slice(0, 16).replace("T", " ");
  const button = made.querySelector("[data-undo]");
  button.setAttribute("aria-label", `${button.textContent} ${file.name}`);
  button.addEventListener("click", async () => {
    button.disabled = true;
    await bring(file).catch(fail);
    button.disabled = false;
  });
  return made;
}

async function bring(file) {
  const words = await restore(form, form.dataset.trash, file.id, false);
  await show();
  tell(`${form.dataset.restored}${words}`);
}

async function show() {
  const told = await answerOf(await fetch(form.dataset.trash, { headers: bearer(form) }));
  const list = document.querySelector("[data-list]");
  list.querySelector("tbody").replaceChildren(...told.items.map(row));
  list.hidden = told.items.length === 0;
  tell(told.items.length ? "" : form.dataset.none);
}

if (form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await show().catch(fail);
  });
}

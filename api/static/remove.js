/* Takes a paper out of the service, says what became of it, and brings it back if that was wrong. */

import { answerOf, bearer, restore } from "./restoring.js";

const form = document.querySelector("[data-remove]");

function tell(sentence) {
  document.querySelector("[data-told]").textContent = sentence;
}

function fail(error) {
  tell(`${form.dataset.failed}${error.message}`);
}

async function remove() {
  const told = await answerOf(await fetch(form.dataset.remove, { method: "DELETE", headers: bearer(form) }));
  form.hidden = true;
  tell(`${form.dataset.done}${told.removed.join("、")}`);
  if (told.trash.length) offer(told.trash);
}

/* Offers to bring back what was taken out, as long as the page is open. */
function offer(files) {
  const line = document.querySelector("[data-undo]");
  const button = line.querySelector("button");
  line.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    await undo(files).then(() => { button.hidden = true; }).catch(fail);
    button.disabled = false;
  });
}

async function undo(files) {
  const words = [];
  for (const file of files.splice(0)) {
    try {
      words.push(await restore(form, form.dataset.trash, file.id, false));
    } catch (error) {
      files.push(file);
      throw error;
    }
  }
  tell(`${form.dataset.restored}${words.join("、")}`);
}

if (form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    await remove().catch(fail);
    button.disabled = false;
  });
}

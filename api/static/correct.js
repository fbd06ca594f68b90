/* Sends what was read wrongly and what is right, takes corrections back, and says what became of it. */

import { answerOf, bearer } from "./restoring.js";

const form = document.querySelector("[data-correct]");

function tell(sentence) {
  document.querySelector("[data-told]").textContent = sentence;
}

/* The words of a field: names are parted by 、, any other field is one text. */
function wordsOf(input) {
  const typed = input.value.trim();
  return typed ? [typed] : [];
}

/* The fields that are not as they were. */
function changed() {
  return [...form.querySelectorAll("[data-field]")].filter((one) => one.value.trim() !== one.defaultValue.trim());
}

function wishes(kind) {
  const { what, of } = form.dataset;
  if (kind === "one_task") return [{ what: kind, of, other: form.querySelector("#other").value.trim() }];
  if (kind !== "fields") return [{ what: kind, of }];
  if (what === "new_task") {
    const parts = Object.fromEntries(changed().map((one) => [one.dataset.field, wordsOf(one)]));
    return Object.keys(parts).length ? [{ what, of, parts }] : [];
  }
  const single = (one) => ["paper", "plan", "seat"].includes(what) || ["title", "due_text", "on"].includes(one.dataset.field);
  return changed().map((one) => ({
    what,
    of,
    field: one.dataset.field,
    value: single(one) ? [one.value.trim()] : wordsOf(one),
  }));
}

async function send(button) {
  if (button.value === "undo") {
    const address = `${form.dataset.correct}/${encodeURIComponent(button.dataset.id)}`;
    await answerOf(await fetch(address, { method: "DELETE", headers: bearer(form) }));
    button.closest("tr, p")?.remove();
    tell(form.dataset.done);
    return;
  }
  const corrections = wishes(button.value);
  if (!corrections.length) {
    tell(form.dataset.none);
    return;
  }
  const body = JSON.stringify({ corrections, who: form.querySelector("#who")?.value ?? "", why: form.querySelector("#why").value });
  const headers = { ...bearer(form), "Content-Type": "application/json" };
  const told = await answerOf(await fetch(form.dataset.correct, { method: "POST", headers, body }));
  const held = told.items.every((one) => one.state === "holds");
  tell(held ? form.dataset.done : form.dataset.unheld);
}

if (form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.submitter ?? form.querySelector("button");
    button.disabled = true;
    await send(button).catch((error) => tell(`${form.dataset.failed}${error.message}`));
    button.disabled = false;
  });
}

/* Sends files to the service, shows how far it is, and what became of each; what was replaced can be brought back. */

import { bearer, restore } from "./restoring.js";

const form = document.querySelector("[data-upload]");

function tell(sentence) {
  document.querySelector("[data-told]").textContent = sentence;
}

/* The words of an outcome: names of files, a count for each of them, or why each was refused. */
function wordsOf(found) {
  const list = Array.isArray(found) ? found : Object.entries(found || {}).map(([file, count]) => `${file}：${count}`);
  return list.map((one) => one.detail ? `${one.where}：${one.detail}` : one).join("、") || "—";
}

function show(answer) {
  for (const cell of document.querySelectorAll("[data-outcome]")) cell.textContent = wordsOf(answer[cell.dataset.outcome]);
  document.querySelector("[data-outcomes]").hidden = false;
  offerReplacing((answer.beside || []).map((one) => one.where));
  offerUndo(answer.trash || []);
}

/* Offers to send again those that were kept beside a namesake, as what replaces it. */
function offerReplacing(names) {
  const line = document.querySelector("[data-replace]");
  const files = [...form.elements.files.files].filter((file) => names.includes(file.name));
  line.hidden = files.length === 0;
  line.querySelector("button").onclick = () => run(files, true);
}

/* Offers to bring back what was replaced, each in the place of what replaced it. */
function offerUndo(files) {
  const list = document.querySelector("[data-trashed]");
  list.hidden = files.length === 0;
  list.querySelector("ul").replaceChildren(...files.map(undoing));
}

function undoing(file) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = form.dataset.undo;
  button.setAttribute("aria-label", `${form.dataset.undo} ${file.name}`);
  button.addEventListener("click", async () => {
    button.disabled = true;
    await restore(form, form.dataset.trash, file.id, file.action === "replaced")
      .then((words) => { item.remove(); tell(`${form.dataset.restored}${words}`); })
      .catch((error) => { button.disabled = false; fail({ detail: error.message }); });
  });
  item.append(`${[file.name, file.title, file.number].filter(Boolean).join(" ")} `, button);
  return item;
}

function fail(problem) {
  tell(`${form.dataset.failed}${problem.detail}`);
  if (problem.errors && problem.errors.length) show({ refused: problem.errors });
}

/* Whether the line is the last one: the answer, or the problem that ended the load. */
function hear(line) {
  const told = JSON.parse(line);
  if ("total" in told) {
    const bar = form.querySelector("progress");
    bar.max = told.total;
    bar.value = told.done;
    tell(`${form.dataset.reading} ${told.done} / ${told.total}　${told.file}`);
    return false;
  }
  if (told.status >= 400) fail(told);
  else {
    show(told);
    tell(form.dataset.done);
  }
  return true;
}

async function listen(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let ended = false;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines.filter(Boolean)) ended = hear(line);
  }
  if (!ended) throw new Error(form.dataset.broken);
}

async function send(files, replace) {
  const body = new FormData();
  for (const file of files) body.append("files", file);
  body.append("replace", String(replace));
  const headers = { ...bearer(form), Accept: "application/x-ndjson, application/problem+json" };
  const answer = await fetch(form.dataset.upload, { method: "POST", body, headers });
  if (answer.ok) await listen(answer);
  else fail(await answer.json().catch(() => ({ detail: `${answer.status} ${answer.statusText}` })));
}

async function run(files, replace) {
  const button = form.querySelector("button");
  const bar = form.querySelector("progress");
  button.disabled = true;
  bar.hidden = false;
  for (const part of document.querySelectorAll("[data-outcomes], [data-replace], [data-trashed]")) part.hidden = true;
  tell(form.dataset.reading);
  await send(files, replace).catch((error) => fail({ detail: error.message }));
  button.disabled = false;
  bar.hidden = true;
}

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    return run(form.elements.files.files, false);
  });
}

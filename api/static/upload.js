/* Sends files to the service, shows how far it is, and what became of each; what was replaced can be brought back. */

import { bearer, bringBack, namesOf } from "./restoring.js";

const form = document.querySelector("[data-upload]");

/* The files that were sent last, and what is shown of them. */
let sent = [];
let shown = null;

function tell(sentence) {
  document.querySelector("[data-told]").textContent = sentence;
}

/* The items of an outcome: names of files, a count for each of them, or why each was refused. */
function itemsOf(found) {
  const list = Array.isArray(found) ? found : Object.entries(found || {}).map(([file, count]) => `${file}：${count}`);
  return list.map((one) => {
    const item = document.createElement("li");
    item.append(one.detail ? `${one.where}：${one.detail}` : one);
    if (one.kept_as) item.append(...replacing(one));
    return item;
  });
}

function show(answer) {
  shown = answer;
  for (const cell of document.querySelectorAll("[data-outcome]")) {
    const items = itemsOf(answer[cell.dataset.outcome]);
    const list = document.createElement("ul");
    list.append(...items);
    cell.replaceChildren(items.length ? list : "—");
  }
  document.querySelector("[data-outcomes]").hidden = false;
}

/* The button by which one file, kept beside a namesake, takes the place of that; none where it cannot. */
function replacing(one) {
  const file = sent.find((each) => each.name.trim() === one.where);
  if (!file || one.reason === "beside.nothing_read") return [];
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `${form.dataset.replace}${one.reason_values.paper || one.where}`;
  button.setAttribute("aria-label", `${button.textContent} ${one.where}`);
  button.addEventListener("click", () => run([file], one));
  return [document.createElement("br"), button];
}

/* What was shown, after one file that was kept beside a namesake took the place of that. */
function afterReplacing(before, one, answer) {
  const others = (names) => names.filter((name) => name !== one.kept_as);
  const { [one.kept_as]: gone, ...unread } = before.unread;
  const after = { ...before, unread: { ...unread, ...answer.unread } };
  for (const name of ["read", "merged", "replaced", "unchanged", "empty"]) after[name] = [...others(before[name]), ...answer[name]];
  after.beside = [...before.beside.filter((each) => each !== one), ...answer.beside];
  after.refused = [...before.refused, ...answer.refused];
  after.changes = [...before.changes.filter((each) => each.where !== one.kept_as), ...answer.changes];
  return after;
}

/* Offers to bring back what was replaced, each in the place of what replaced it; `beside` says that this had stood
   beside it, and is to stand there again. */
function offerUndo(files, beside) {
  const list = document.querySelector("[data-trashed]");
  list.querySelector("ul").append(...files.map((file) => undoing(file, beside)));
  list.hidden = !list.querySelector("li");
}

function undoing(file, beside) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = form.dataset.undo;
  button.setAttribute("aria-label", `${form.dataset.undo} ${file.name}`);
  button.addEventListener("click", async () => {
    button.disabled = true;
    await undo(file, beside, () => item.remove())
      .catch((error) => { button.disabled = false; fail({ detail: error.message }); });
  });
  item.append(`${[file.name, file.title, file.number].filter(Boolean).join(" ")} `, button);
  return item;
}

async function undo(file, beside, done) {
  const told = await bringBack(form, form.dataset.trash, file.id, file.action === "replaced");
  done();
  const names = namesOf(told);
  for (const one of beside ? told.trash : []) names.push(...namesOf(await bringBack(form, form.dataset.trash, one.id, false)));
  tell([`${form.dataset.restored}${names.join("、")}`, ...told.beside.map((one) => one.detail)].join("。"));
}

function fail(problem, before = {}) {
  tell(`${form.dataset.failed}${problem.detail}`);
  if (problem.errors && problem.errors.length) show({ ...before, refused: problem.errors });
}

/* Whether the line is the last one: the answer, or the problem that ended the load. `one` is what of an earlier answer
   was sent again, to replace its namesake. */
function hear(line, one) {
  const told = JSON.parse(line);
  if ("total" in told) {
    const bar = form.querySelector("progress");
    bar.max = told.total;
    bar.value = told.done;
    tell(`${form.dataset.reading} ${told.done} / ${told.total}　${told.file}`);
    return false;
  }
  if (told.status >= 400) fail(told, one ? shown : {});
  else {
    show(one ? afterReplacing(shown, one, told) : told);
    offerUndo(told.trash, Boolean(one));
    tell(form.dataset.done);
    askAgain(told.stale_corrections);
  }
  return true;
}

/* Corrections that do not hold after a load are to be looked at again. */
function askAgain(number) {
  const asking = document.querySelector("[data-stale]");
  asking.hidden = !number;
  asking.querySelector("a").textContent = asking.dataset.stale.replace("#", number);
}

async function listen(answer, one) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let ended = false;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines.filter(Boolean)) ended = hear(line, one);
  }
  if (!ended) throw new Error(form.dataset.broken);
}

async function send(files, one) {
  const body = new FormData();
  for (const file of files) body.append("files", file);
  body.append("replace", String(Boolean(one)));
  const headers = { ...bearer(form), Accept: "application/x-ndjson, application/problem+json" };
  const answer = await fetch(form.dataset.upload, { method: "POST", body, headers });
  if (answer.ok) await listen(answer, one);
  else fail(await answer.json().catch(() => ({ detail: `${answer.status} ${answer.statusText}` })), one ? shown : {});
}

/* Sends files; with `one` it is that file again, which replaces its namesake, and all else that is shown stays. */
async function run(files, one) {
  const bar = form.querySelector("progress");
  const buttons = [form.querySelector("button"), ...document.querySelectorAll("[data-outcomes] button, [data-trashed] button")];
  for (const button of buttons) button.disabled = true;
  bar.hidden = false;
  if (!one) forget(files);
  tell(form.dataset.reading);
  await send(files, one).catch((error) => fail({ detail: error.message }));
  for (const button of buttons) button.disabled = false;
  bar.hidden = true;
}

function forget(files) {
  sent = [...files];
  for (const part of document.querySelectorAll("[data-outcomes], [data-trashed]")) part.hidden = true;
  document.querySelector("[data-trashed] ul").replaceChildren();
}

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    return run(form.elements.files.files);
  });
}

/* Sends files to the service, shows how far it is, and what became of each. */
"use strict";

const form = document.querySelector("[data-upload]");

function tell(sentence) {
  document.querySelector("[data-told]").textContent = sentence;
}

function show(answer) {
  for (const [name, found] of Object.entries(answer)) {
    const cell = document.querySelector(`[data-outcome="${name}"]`);
    if (cell) cell.textContent = found.map((one) => one.reason || one).join("、") || "—";
  }
  document.querySelector("[data-outcomes]").hidden = false;
  tell(form.dataset.done);
}

function hear(line) {
  const told = JSON.parse(line);
  const bar = form.querySelector("progress");
  if ("total" in told) {
    bar.max = told.total;
    bar.value = told.done;
    tell(`${form.dataset.reading} ${told.done} / ${told.total}　${told.file}`);
  } else if (told.status >= 400) tell(`${form.dataset.failed}${told.detail}`);
  else show(told);
}

async function listen(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    lines.filter(Boolean).forEach(hear);
  }
  if (rest.trim()) hear(rest);
}

async function send() {
  const body = new FormData();
  for (const file of form.elements.files.files) body.append("files", file);
  const headers = { Authorization: `Bearer ${form.elements.token.value}`, Accept: "application/x-ndjson, application/problem+json" };
  const answer = await fetch(form.dataset.upload, { method: "POST", body, headers });
  if (answer.ok) await listen(answer);
  else tell(`${form.dataset.failed}${(await answer.json()).detail}`);
}

if (form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    const bar = form.querySelector("progress");
    button.disabled = true;
    bar.hidden = false;
    tell(form.dataset.reading);
    await send().catch((error) => tell(`${form.dataset.failed}${error.message}`));
    button.disabled = false;
    bar.hidden = true;
  });
}

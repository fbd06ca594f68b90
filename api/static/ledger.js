/* Reports of a task, sheets of the ledger that come back, and texts to copy. */

import { answerOf, bearer } from "./restoring.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function tell(sentence) {
  document.querySelector("[data-told]").textContent = sentence;
}

/* Runs what a button asks for, which is off meanwhile; what goes wrong is told. */
async function busy(form, act) {
  const buttons = form.querySelectorAll("button");
  for (const button of buttons) button.disabled = true;
  await act().catch((error) => tell(`${form.dataset.failed}${error.message}`));
  for (const button of buttons) button.disabled = false;
}

function list(name, items) {
  const section = document.querySelector(`[data-${name}]`);
  section.hidden = items.length === 0;
  section.querySelector("ul").replaceChildren(...items.map((words) => {
    const item = document.createElement("li");
    item.textContent = words;
    return item;
  }));
}

async function send(form, path, look) {
  const headers = { ...bearer(form), "Content-Type": XLSX };
  const query = look ? "?dry_run=true" : "";
  return fetch(`${form.dataset.ledger}${path}${query}`, { method: "POST", body: form.elements.sheet.files[0], headers });
}

async function takeIn(form, look) {
  const told = await answerOf(await send(form, "", look));
  const counts = [told.new.length, told.known, told.refused.length, told.blank];
  const words = form.dataset.counts.replace(/#(\d)/g, (_, place) => counts[Number(place) - 1]);
  tell(`${look ? form.dataset.would : form.dataset.done}${words}`);
  list("coming", told.new.map((one) => [one.title, one.day, one.reporter, one.note].filter(Boolean).join(" · ")));
  list("refused", told.refused.map((one) => `${one.where}：${one.detail}`));
  list("overtaken", told.overtaken.map((one) => `${one.where}：${one.detail}`));
}

/* The copy of the sheet that says why rows are refused, as a file. */
async function marked(form) {
  const answer = await send(form, "/refused", false);
  if (!answer.ok) await answerOf(answer);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = "refused.xlsx";
  link.click();
  URL.revokeObjectURL(link.href);
}

const sheet = document.querySelector("[data-ledger]");
if (sheet) {
  sheet.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(sheet, () => takeIn(sheet, event.submitter?.value === "look"));
  });
  document.querySelector("[data-marked]").addEventListener("click", () => busy(sheet, () => marked(sheet)));
}

const report = document.querySelector("[data-report]");
if (report) {
  report.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(report, async () => {
      const said = Object.fromEntries(["state", "day", "who", "note", "proof"].map((name) => [name, report.elements[name].value]));
      const headers = { ...bearer(report), "Content-Type": "application/json" };
      const told = await answerOf(await fetch(report.dataset.report, { method: "POST", body: JSON.stringify(said), headers }));
      tell(told.new.length ? report.dataset.done : report.dataset.known);
      if (told.new.length) location.reload();
    });
  });
}

/* Takes what a paper tells of a task as a report. */
const taking = document.querySelector("[data-taking]");
for (const button of taking ? document.querySelectorAll("[data-take]") : []) {
  button.addEventListener("click", () => {
    if (!taking.reportValidity()) return;
    button.disabled = true;
    busy(taking, async () => {
      const { state, day, note, proof } = button.dataset;
      const body = JSON.stringify({ state, day, note, proof, who: taking.elements.who.value });
      const headers = { ...bearer(taking), "Content-Type": "application/json" };
      try {
        await answerOf(await fetch(button.dataset.take, { method: "POST", body, headers }));
      } finally {
        button.disabled = false;
      }
      button.closest("tr").remove();
      tell(taking.dataset.done);
    });
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    tell(button.dataset.copied);
  });
}

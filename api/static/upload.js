/* Sends files to the service, shows how far it is, and what became of each. */

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

async function send() {
  const body = new FormData();
  for (const file of form.elements.files.files) body.append("files", file);
  const headers = { Authorization: `Bearer ${form.elements.token.value}`, Accept: "application/x-ndjson, application/problem+json" };
  const answer = await fetch(form.dataset.upload, { method: "POST", body, headers });
  if (answer.ok) await listen(answer);
  else fail(await answer.json().catch(() => ({ detail: `${answer.status} ${answer.statusText}` })));
}

if (form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    const bar = form.querySelector("progress");
    button.disabled = true;
    bar.hidden = false;
    document.querySelector("[data-outcomes]").hidden = true;
    tell(form.dataset.reading);
    await send().catch((error) => fail({ detail: error.message }));
    button.disabled = false;
    bar.hidden = true;
  });
}

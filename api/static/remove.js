/* Takes a paper out of the service, and says what became of it. */

const form = document.querySelector("[data-remove]");

function tell(sentence) {
  document.querySelector("[data-told]").textContent = sentence;
}

async function remove() {
  const headers = { Authorization: `Bearer ${form.elements.token.value}` };
  const answer = await fetch(form.dataset.remove, { method: "DELETE", headers });
  const told = await answer.json().catch(() => ({ detail: `${answer.status} ${answer.statusText}` }));
  if (!answer.ok) throw new Error(told.detail);
  form.hidden = true;
  tell(`${form.dataset.done}${told.removed.join("、")}`);
}

if (form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    await remove().catch((error) => tell(`${form.dataset.failed}${error.message}`));
    button.disabled = false;
  });
}

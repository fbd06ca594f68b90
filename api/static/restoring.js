/* Brings a file back from the trash, for every page that offers it. */

/* The answer of the service as JSON, or an error that says why there is none. */
export async function answerOf(answer) {
  const told = await answer.json().catch(() => ({ detail: `${answer.status} ${answer.statusText}` }));
  if (!answer.ok) throw new Error(told.detail);
  return told;
}

/* What lets a request change anything: the token typed, or that of the forms of who signed in. */
export function bearer(form) {
  const signed = document.querySelector("meta[name=form-token]");
  return form.elements.token ? { Authorization: `Bearer ${form.elements.token.value}` } : { "X-Form-Token": signed.content };
}

/* Restores the file with this id; the answer of the service. */
export async function bringBack(form, trash, id, replace) {
  const address = `${trash}/${encodeURIComponent(id)}/restore?replace=${replace}`;
  return answerOf(await fetch(address, { method: "POST", headers: bearer(form) }));
}

/* The names under which the files of an answer are kept now. */
export function namesOf(told) {
  return [...told.read, ...told.merged, ...told.replaced, ...told.unchanged];
}

/* Restores the file with this id; what became of it in words. */
export async function restore(form, trash, id, replace) {
  const told = await bringBack(form, trash, id, replace);
  return [namesOf(told).join("、"), ...told.beside.map((one) => one.detail)].join("。");
}

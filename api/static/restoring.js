/* Brings a file back from the trash, for every page that offers it. */

/* The answer of the service as JSON, or an error that says why there is none. */
export async function answerOf(answer) {
  const told = await answer.json().catch(() => ({ detail: `${answer.status} ${answer.statusText}` }));
  if (!answer.ok) throw new Error(told.detail);
  return told;
}

export function bearer(form) {
  return { Authorization: `Bearer ${form.elements.token.value}` };
}

/* Restores the file with this id; what became of it in words. */
export async function restore(form, trash, id, replace) {
  const address = `${trash}/${encodeURIComponent(id)}/restore?replace=${replace}`;
  const told = await answerOf(await fetch(address, { method: "POST", headers: bearer(form) }));
  const names = [...told.read, ...told.merged, ...told.replaced, ...told.unchanged];
  return [names.join("、"), ...told.beside.map((one) => one.detail)].join("。");
}

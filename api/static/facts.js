/* In the text of a paper: a fact and its row light up together. */
"use strict";

function light(name) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!name) return;
  for (const one of document.querySelectorAll(`[data-fact~="${CSS.escape(name)}"]`)) one.classList.add("lit");
  for (const lit of document.querySelectorAll(".facts details .lit")) {
    for (let fold = lit.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
  const row = document.querySelector(".facts li.lit");
  if (row) row.closest(".facts").scrollTop = row.offsetTop - 8;
}

const reading = document.querySelector("[data-reading]");
if (reading) {
  const named = () => decodeURIComponent(location.hash).replace(/^#[pf]-/, "");
  addEventListener("hashchange", () => light(named()));
  light(named());
}

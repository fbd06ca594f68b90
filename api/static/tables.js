/* Tables that sort, filter and copy into a spreadsheet; without script they are plain tables. */
"use strict";

const words = document.documentElement.lang.startsWith("zh")
  ? { filter: "在表中查找", copy: "复制表格", copied: "已复制，可粘贴到 Excel", failed: "无法复制", rows: (n, all) => `${n} / ${all} 行` }
  : { filter: "Find in the table", copy: "Copy", copied: "Copied", failed: "Cannot copy", rows: (n, all) => `${n} / ${all} rows` };

const bodyRows = (table) => [...table.tBodies[0].rows].filter((row) => !("group" in row.dataset));
const wordsOf = (cell) => cell.innerText.replace(/\s*\n\s*/g, "\n").trim();
const keyOf = (row, column) => {
  const cell = row.cells[column];
  return cell ? cell.dataset.sort || cell.textContent.trim() : "";
};

function compare(one, other) {
  const numbers = [one, other].map((value) => (value === "" ? -1 : Number(value)));
  return numbers.some(Number.isNaN) ? one.localeCompare(other, "zh", { numeric: true }) : numbers[0] - numbers[1];
}

function sortBy(table, header, column) {
  const down = header.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  const rows = bodyRows(table).sort((one, other) => compare(keyOf(one, column), keyOf(other, column)));
  if (down) rows.reverse();
  for (const group of table.querySelectorAll("[data-group]")) group.hidden = true;
  table.tBodies[0].append(...rows);
}

function makeSortable(table) {
  [...table.tHead.rows[table.tHead.rows.length - 1].cells].forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => sortBy(table, header, column));
  });
}

function filterRows(table, typed, told) {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = bodyRows(table);
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !parts.every((part) => text.includes(part));
  }
  for (const group of table.querySelectorAll("[data-group]")) group.hidden = parts.length > 0;
  told.textContent = parts.length ? words.rows(rows.filter((row) => !row.hidden).length, rows.length) : "";
}

const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function tabbed(table) {
  const header = [...table.tHead.rows[table.tHead.rows.length - 1].cells].map((cell) => cell.textContent.trim());
  const rows = bodyRows(table).filter((row) => !row.hidden).map((row) => [...row.cells].map(wordsOf));
  return [header, ...rows].map((row) => row.map(quoted).join("\t")).join("\r\n");
}

async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done ? undefined : Promise.reject(new Error("copy"));
}

function addTools(table) {
  const tools = document.createElement("div");
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  told.className = "muted";
  tools.className = "tools";
  if (bodyRows(table).length > 5) {
    const input = document.createElement("input");
    input.type = "search";
    input.placeholder = words.filter;
    input.setAttribute("aria-label", words.filter);
    input.addEventListener("input", () => filterRows(table, input.value, told));
    tools.append(input);
  }
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = words.copy;
  copy.addEventListener("click", () => copyText(tabbed(table)).then(
    () => { told.textContent = words.copied; },
    () => { told.textContent = words.failed; },
  ));
  // Where a list is copied as a whole, a page of it is not copied beside.
  tools.append(...(table.id === "tasks" && document.querySelector("[data-copy-list]") ? [told] : [copy, told]));
  (table.closest(".scroller") || table).before(tools);
}

function addSheetTitle(table) {
  const row = document.createElement("tr");
  const cell = document.createElement("th");
  cell.colSpan = table.tHead.rows[0].cells.length;
  cell.textContent = table.caption ? table.caption.textContent : document.title;
  row.className = "sheet-title";
  row.append(cell);
  table.tHead.prepend(row);
}

for (const table of document.querySelectorAll("table[data-tools]")) {
  makeSortable(table);
  addTools(table);
  addSheetTitle(table);
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const button of document.querySelectorAll("[data-copy-list]")) {
  const told = button.parentElement.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", () => fetch(button.dataset.copyList)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.status))))
    .then(copyText)
    .then(() => { told.textContent = words.copied; }, () => { told.textContent = words.failed; }));
}

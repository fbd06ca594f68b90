// The table beside the picture: rows lead to marks and marks to rows; columns sort; closed tiles hide their rows.
const table = document.getElementById("table");
const rows = [...table.querySelectorAll("tr[data-marks]")];
const collator = new Intl.Collator("zh-CN", { numeric: true });
let sought = "";
let entry;

// The one row at which the tabulator key enters the table.
function enter(row) {
  if (entry) entry.tabIndex = -1;
  entry = row;
  entry.tabIndex = 0;
}

function idsOf(row) {
  return row.dataset.marks.split(" ").filter(Boolean).map((number) => marks[Number(number)].id);
}

// Made when first asked for: the rows of each mark, and the words of each row.
const rowsOf = once(() => {
  const found = new Map();
  rows.forEach((row) => idsOf(row).forEach((id) => found.set(id, [...(found.get(id) || []), row])));
  return found;
});
const wordsOf = once(() => new Map(rows.map((row) => [row, row.textContent.toLowerCase()])));

function once(make) {
  let made;
  return () => (made ??= make());
}

function seen(row) {
  const body = row.parentElement;
  return sought ? row.classList.contains("hit") : !body.dataset.tile || body.classList.contains("open");
}

// Show the rows of what is open, or those that hold the words sought.
function listed() {
  table.classList.toggle("seeking", Boolean(sought));
  if (sought) rows.forEach((row) => row.classList.toggle("hit", wordsOf().get(row).includes(sought)));
  table.querySelectorAll("[data-tile]").forEach((body) => {
    body.classList.toggle("open", open.has(body.dataset.tile));
    body.querySelector("button").setAttribute("aria-expanded", String(open.has(body.dataset.tile)));
  });
  const first = rows.find(seen);
  if (first) enter(first);
}

// Mark the rows of chosen marks; those that hold all of them, where any does.
function point(ids) {
  table.querySelectorAll("[aria-current]").forEach((row) => row.removeAttribute("aria-current"));
  const found = [...new Set(ids.flatMap((id) => rowsOf().get(id) || []))];
  const all = found.filter((row) => ids.every((id) => idsOf(row).includes(id)));
  const chosen = all.length ? all : found;
  chosen.forEach((row) => { row.classList.add("hit"); row.setAttribute("aria-current", "true"); });
  if (chosen.length) chosen[0].scrollIntoView({ block: "center", behavior: moving ? "smooth" : "auto" });
}

// Choose marks: opened if hidden, selected, centred, their rows marked.
function choose(ids) {
  const within = ids.map((id) => home.get(id)).filter((tile) => tile && !open.has(tile));
  if (within.length) turn(new Set(within), true);
  const there = ids.filter((id) => nodes.get(id));
  network.selectNodes(there);
  fit(there);
}

function sort(column, down) {
  const text = (row) => row.cells[column].textContent;
  table.querySelectorAll("tbody").forEach((body) => {
    const own = [...body.querySelectorAll("tr[data-marks]")];
    own.sort((one, other) => (down ? -1 : 1) * collator.compare(text(one), text(other)));
    body.append(...own);
  });
}

table.tHead.addEventListener("click", (event) => {
  const head = event.target.closest("th");
  if (!head) return;
  const down = head.getAttribute("aria-sort") === "ascending";
  table.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  sort(head.cellIndex, down);
});

table.addEventListener("click", (event) => {
  const row = event.target.closest("tr");
  if (!row || event.target.closest("a, thead")) return;
  const { tile } = row.parentElement.dataset;
  if (row.classList.contains("tile")) {
    turn([tile], !open.has(tile));
    fit([tile, ...tiles.find(({ id }) => id === tile).marks.map(({ id }) => id)]);
    return;
  }
  choose(idsOf(row));
  table.querySelectorAll("[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
  row.setAttribute("aria-current", "true");
});

table.addEventListener("keydown", (event) => {
  const row = event.target.closest("tr[data-marks]");
  if (!row || event.target !== row) return;
  const shown = rows.filter(seen).sort((one, other) => one.rowIndex - other.rowIndex);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = step && shown[shown.indexOf(row) + step];
  if (next) { enter(next); next.focus(); event.preventDefault(); }
  if (event.key === "Enter" || event.key === " ") { row.click(); event.preventDefault(); }
});

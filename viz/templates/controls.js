// Search, filters and clicks on the picture.
const find = document.getElementById("find");

const bears = (name, sign) => name.replaceAll("\n", "").toLowerCase().includes(sign);

// The marks that bear a name; else the tiles that do; else the marks of rows that hold it.
function named(sign) {
  const own = marks.filter((mark) => mark.shape !== "text" && bears(mark.name, sign) && stays(mark));
  if (own.length) return own.map(({ id }) => id);
  const parts = tiles.filter((tile) => bears(tile.words, sign));
  if (parts.length) return parts.map(({ id }) => id);
  return [...new Set(rows.filter((row) => wordsOf().get(row).includes(sign)).flatMap(idsOf))];
}

// Centre what is found.
function seek(sign) {
  const ids = named(sign);
  document.getElementById("said").textContent = ids.length ? `找到 ${ids.length} 处` : "没有找到";
  if (ids.length === 0) { network.unselectAll(); return; }
  choose(ids.slice(0, 50));
  point(ids.slice(0, 1));
}

find.addEventListener("input", () => {
  sought = find.value.trim().toLowerCase();
  document.getElementById("said").textContent = "";
  listed();
});
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  if (sought) seek(sought);
  else all();
});
document.getElementById("all").addEventListener("click", all);
document.getElementById("close")?.addEventListener("click", () => {
  turn([...open], false);
  all();
});

document.querySelectorAll("[data-group]").forEach((box) => {
  box.checked = true;
  box.addEventListener("change", () => {
    if (box.checked) off.delete(box.dataset.group);
    else off.add(box.dataset.group);
    show();
  });
});

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (closed.has(node)) {
    turn([node], !open.has(node));
    fit([node, ...tiles.find(({ id }) => id === node).marks.map(({ id }) => id)]);
  } else if (node !== undefined) point([node]);
  else if (edge !== undefined) point([edges.get(edge).from, edges.get(edge).to]);
  else point([]);
});

// A change of height alone, such as a phone's keyboard makes, leaves in view what a search centred; where the beginning
// is still seen, it stays so.
let wide = window.innerWidth;
window.addEventListener("resize", () => {
  if (window.innerWidth !== wide || !hint.hidden) begin();
  wide = window.innerWidth;
});
listed();
begin();

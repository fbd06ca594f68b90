// Search, filters and clicks on the picture.
const find = document.getElementById("find");

// Centre what bears the name; else what stands in rows that hold it.
function seek(sign) {
  const named = marks.filter((mark) => stays(mark) && mark.shape !== "text" && mark.label.toLowerCase().includes(sign));
  const listedThere = rows.filter((row) => wordsOf().get(row).includes(sign)).flatMap(idsOf);
  const ids = named.length ? named.map(({ id }) => id) : [...new Set(listedThere)];
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
  else network.fit({ animation: moving });
});
document.getElementById("all").addEventListener("click", () => network.fit({ animation: moving }));
document.getElementById("close")?.addEventListener("click", () => {
  turn([...open], false);
  network.fit({ animation: moving });
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
window.addEventListener("resize", () => network.fit());
listed();

// Draws the network where its marks were placed beforehand, and finds a mark by its name.
const network = new vis.Network(document.getElementById("picture"), { nodes, edges }, options);

function find(words) {
  const found = nodes.get().filter((node) => words && node.label.includes(words));
  if (found.length === 0) { network.unselectAll(); network.fit({ animation: true }); return; }
  network.selectNodes(found.map((node) => node.id));
  network.fit({ nodes: found.map((node) => node.id), maxZoomLevel: 1.3, animation: true });
}

document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  find(document.getElementById("find").value.trim());
});
window.addEventListener("resize", () => network.fit());

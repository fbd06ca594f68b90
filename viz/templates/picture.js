// Draws the network where its marks were placed beforehand: what the filters leave, and of a folded picture its tiles,
// those that are open with the marks that they hold.
const told = (id) => JSON.parse(document.getElementById(id).textContent);
const facets = told("facets");
const { tiles, lines: hidden } = told("folded");
const first = told("nodes").map(dressed);
const lines = (tiles.length ? hidden : told("edges")).map(lined);
const marks = tiles.length ? tiles.flatMap((tile) => tile.marks.map(dressed)) : first;
const closed = new Map(tiles.map((tile, number) => [tile.id, first[number]]));
const home = new Map(tiles.flatMap((tile) => tile.marks.map((mark) => [mark.id, tile.id])));
const open = new Set();
const off = new Set();
const moving = !matchMedia("(prefers-reduced-motion: reduce)").matches;

const nodes = new vis.DataSet(first);
const edges = new vis.DataSet(told("edges").map(lined));
const network = new vis.Network(document.getElementById("picture"), { nodes, edges }, told("options"));
document.querySelector("#picture .vis-network").tabIndex = 0;

// A mark that is chosen or pointed at keeps its colours.
function dressed(mark) {
  const { background, border } = mark.color;
  mark.color = { background, border, highlight: { background, border }, hover: { background, border } };
  return parted(mark);
}

// Lines of words in a box stand apart: vis-network makes a line as high as its largest type, so each ends with an
// invisible sign that is larger than its words.
function parted(mark) {
  mark.name = mark.label;
  if (mark.shape !== "box" || !mark.label.includes("\n")) return mark;
  const { size } = mark.font;
  mark.font = { ...mark.font, multi: "html", mono: { size: size * 1.35 }, vadjust: size * -0.175 };
  const words = mark.label.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  mark.label = words.split("\n").map((line) => `${line}<code>\u200b</code>`).join("\n");
  return mark;
}

function lined(line) {
  const { color, opacity } = line.color;
  line.color = { color, opacity, highlight: color, hover: color };
  return line;
}

// Whether the filters leave a mark or line: in each facet one of its groups is on.
function stays({ groups = [] }) {
  const on = new Map();
  groups.forEach((group) => on.set(facets[group], on.get(facets[group]) || !off.has(group)));
  return [...on.values()].every(Boolean);
}

// The nodes to show, and for each mark the node that stands for it: itself, or its tile.
function standing() {
  if (tiles.length === 0) {
    const shown = marks.filter(stays);
    return { shown, stand: new Map(shown.map((mark) => [mark.id, mark.id])) };
  }
  const shown = [];
  const stand = new Map();
  tiles.forEach((tile) => {
    const kept = tile.marks.filter(stays);
    const opened = open.has(tile.id);
    kept.forEach((mark) => stand.set(mark.id, opened ? mark.id : tile.id));
    if (kept.length === 0) return;
    if (opened) shown.push(dressed({ id: tile.id, ...tile.opened }), ...kept);
    else shown.push(parted({ ...closed.get(tile.id), label: `${tile.words}\n${kept.length}` }));
  });
  return { shown, stand };
}

// The lines to show: those between marks as they are, those to closed tiles bundled and counted.
function joining(stand) {
  const single = [];
  const bundles = new Map();
  lines.filter(stays).forEach((line) => {
    const from = stand.get(line.from);
    const to = stand.get(line.to);
    if (!from || !to || from === to) return;
    if (from === line.from && to === line.to) { single.push(line); return; }
    const key = JSON.stringify([from, to].sort());
    bundles.set(key, (bundles.get(key) || 0) + 1);
  });
  bundles.forEach((count, key) => {
    const [from, to] = JSON.parse(key);
    const scale = Math.min(...[from, to].filter((id) => closed.has(id)).map((id) => closed.get(id).font.size)) / 16;
    const width = Math.max(1, scale / 4) * (1 + Math.log2(count));
    single.push({ from, to, width, color: { color: "#66717a", opacity: 0.4 }, title: `${count} 条` });
  });
  return single;
}

function show() {
  const { shown, stand } = standing();
  nodes.clear();
  edges.clear();
  nodes.add(shown);
  edges.add(joining(stand));
}

// Around each open tile a quiet frame.
network.on("beforeDrawing", (canvas) => {
  open.forEach((id) => {
    const tile = closed.get(id);
    const [width, height] = [tile.widthConstraint.minimum, tile.heightConstraint.minimum];
    canvas.fillStyle = "#ffffff";
    canvas.strokeStyle = "#c3cacc";
    canvas.lineWidth = Math.max(1.5, width / 800);
    canvas.beginPath();
    canvas.roundRect(tile.x - width / 2, tile.y - height / 2, width, height, 6);
    canvas.fill();
    canvas.stroke();
  });
});

// Open tiles in place, or close them; the table follows.
function turn(ids, opening) {
  ids.forEach((id) => (opening ? open.add(id) : open.delete(id)));
  show();
  listed();
}

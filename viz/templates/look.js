// What part of the picture is seen: all of it where that can be read, else its beginning at a size that can.
const view = document.getElementById("picture");
const hint = document.getElementById("hint");
const narrow = matchMedia("(max-width: 760px)");
const ordered = told("options").edges.smooth !== false;

const LEAST = 9; // Pixels on the screen below which type is not read.
const READ = 11; // Pixels of type where only a part is shown.
const EDGE = 24; // Pixels left free around what is shown.

// The length of words in their font size: a Chinese character takes one, others less.
const ems = (words) => [...words].reduce((sum, sign) => sum + (sign < "\u1100" ? 0.6 : 1), 0);

// Where a mark lies with its words, wherever vis-network has not measured them yet.
function room(id) {
  const { left, right, top, bottom } = network.getBoundingBox(id);
  const { x, y, name, font, shape, size = 0 } = nodes.get(id);
  const half = shape === "box" ? 0 : Math.max(...name.split("\n").map(ems)) * font.size / 2;
  const below = shape === "dot" || shape === "diamond" ? size + font.size * 1.35 : 0;
  const across = { left: Math.min(left, x - half), right: Math.max(right, x + half) };
  return { ...across, top, bottom: Math.max(bottom, y + below), x, y, id, font, name, weight: ordered ? 1 : size ** 2 };
}

function around(rooms) {
  const [left, top] = ["left", "top"].map((side) => Math.min(...rooms.map((one) => one[side])));
  const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...rooms.map((one) => one[side])));
  return { left, right, top, bottom, wide: right - left, high: bottom - top };
}

// The size of most of the words.
function typeOf(rooms) {
  const sizes = rooms.filter(({ name }) => name.trim()).map(({ font }) => font.size).sort((one, other) => one - other);
  return sizes.length ? sizes[Math.floor(sizes.length / 2)] : 16;
}

// The scale at which all can be seen, never above `most`.
function whole(frame, most) {
  return Math.min((view.clientWidth - 2 * EDGE) / frame.wide, (view.clientHeight - 2 * EDGE) / frame.high, most);
}

// Where a window of this length begins so that it holds a place, within the borders that there are.
function within(place, long, least, most) {
  return long >= most - least ? (least + most - long) / 2 : Math.max(least, Math.min(place - long / 2, most - long));
}

// Of a picture that runs from top to bottom the leftmost window at its top that holds nearly as many marks as any; of a
// network the window that holds the heaviest.
function beginning(rooms, frame, wide, high, free) {
  const windows = rooms.map(({ x, top, bottom }) => ({
    left: within(x, wide, frame.left - free, frame.right + free),
    top: within(ordered ? frame.top : (top + bottom) / 2, high, frame.top - free, frame.bottom + free),
  }));
  windows.forEach((one) => {
    const inside = ({ left, right, top, bottom }) =>
      left >= one.left && right <= one.left + wide && top >= one.top && bottom <= one.top + high;
    one.held = rooms.filter(inside).reduce((sum, { weight }) => sum + weight, 0);
  });
  const enough = Math.max(...windows.map(({ held }) => held)) * (ordered ? 0.85 : 1);
  return windows.filter(({ held }) => held >= enough).reduce((best, one) => (one.left < best.left ? one : best));
}

// From a mark that a picture begins at: the leftmost window that holds it, at the top if it can be.
function holding(start, frame, wide, high, free) {
  const top = frame.top - free;
  const reaches = start.bottom + free <= top + high;
  return { left: frame.left - free, top: within(reaches ? frame.top : start.y, high, top, frame.bottom + free) };
}

function moveTo(x, y, scale, animation) {
  network.moveTo({ position: { x, y }, scale, animation });
}

function fitAll(rooms, most, animation) {
  const frame = around(rooms);
  moveTo(frame.left + frame.wide / 2, frame.top + frame.high / 2, whole(frame, most), animation);
}

const shown = () => nodes.getIds().map(room);

// All of the picture, however small.
function all() {
  hint.hidden = true;
  if (nodes.length) fitAll(shown(), 1, moving);
}

// What is seen at first: all, or the beginning with a word on how to see the rest.
function begin() {
  const rooms = shown();
  if (rooms.length === 0) return;
  const frame = around(rooms);
  const type = typeOf(rooms);
  lower(frame, type);
  const small = whole(frame, 1) * type < LEAST;
  hint.hidden = !small;
  if (!small) { fitAll(rooms, 1, false); return; }
  const scale = Math.min(1, READ / type);
  const [wide, high] = [view.clientWidth / scale, view.clientHeight / scale];
  const start = rooms.find(({ id }) => id === view.dataset.beginsAt);
  const free = EDGE / scale;
  const { left, top } = start ? holding(start, frame, wide, high, free) : beginning(rooms, frame, wide, high, free);
  moveTo(left + wide / 2, top + high / 2, scale, false);
}

// On a narrow screen the picture is no higher than what it shows.
function lower(frame, type) {
  view.style.height = "";
  if (narrow.matches) {
    const fitting = Math.min((view.clientWidth - 2 * EDGE) / frame.wide, 1);
    const scale = fitting * type < LEAST ? Math.min(1, READ / type) : fitting;
    view.style.height = `${Math.min(view.clientHeight, Math.max(200, frame.high * scale + 2 * EDGE))}px`;
  }
  network.redraw();
}

// These marks; where they lie too far apart to be read together, the first of them.
function fit(ids, most = 1.2) {
  const rooms = ids.filter((id) => nodes.get(id)).map(room);
  if (rooms.length === 0) return;
  hint.hidden = true;
  const type = typeOf(rooms);
  if (whole(around(rooms), most) * type >= LEAST) fitAll(rooms, most, moving);
  else fitAll(rooms.slice(0, 1), Math.min(1, READ / type), moving);
}

["dragStart", "zoom"].forEach((moved) => network.on(moved, () => { hint.hidden = true; }));

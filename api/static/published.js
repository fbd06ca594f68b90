/* Finds things of a published graph by all the words typed, in the index of names beside it (index.js); no server is asked. */
(() => {
  const SHOWN = 200;
  const field = document.getElementById("q");
  const found = document.getElementById("found");
  const told = document.getElementById("told");

  function search() {
    const words = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const rows = words.length
      ? PLANGRAPH.filter(([name, , , more]) => words.every((word) => `${name} ${more}`.toLowerCase().includes(word)))
      : [];
    rows.sort((one, other) => rank(one, words[0]) - rank(other, words[0]));
    found.replaceChildren(...rows.slice(0, SHOWN).map(item));
    const sentence = rows.length > SHOWN ? told.dataset.more : rows.length ? told.dataset.found : told.dataset.none;
    told.textContent = words.length ? sentence.replace("#", rows.length) : "";
  }

  function rank([name], word) {
    const at = name.toLowerCase().indexOf(word);
    return at === 0 && name.length === word.length ? 0 : at === 0 ? 1 : at > 0 ? 2 : 3;
  }

  function item([name, kind, path]) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    const what = document.createElement("span");
    link.href = path;
    link.textContent = name;
    what.className = "muted";
    what.textContent = ` ${kind}`;
    line.append(link, what);
    return line;
  }

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", search);
  search();
})();

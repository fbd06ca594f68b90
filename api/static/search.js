/* Suggestions below the search box while one types (the combobox of ARIA), and "/" to get there. Without script the box
   is a plain form. */
"use strict";

(() => {
  const PAUSE = 150; // milliseconds without a key before the service is asked

  const zh = document.documentElement.lang.startsWith("zh");
  const told = (n) => (n ? (zh ? `${n} 条建议，用上下键选择` : `${n} suggestions; choose with the arrow keys`) : "");

  function option(one, id) {
    const item = document.createElement("li");
    const what = document.createElement("span");
    item.id = id;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.address = one.address;
    what.className = "muted";
    what.textContent = one.what;
    item.append(one.words, " ", what);
    return item;
  }

  function suggesting(form, number) {
    const input = form.querySelector("input[name=q]");
    const list = document.createElement("ul");
    const status = document.createElement("span");
    const name = `suggestions-${number}`;
    let active = -1;
    let waiting = 0;
    let asked = new AbortController();

    list.id = name;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label"));
    status.className = "unseen";
    status.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", name);
    input.autocomplete = "off";
    form.append(list, status);

    const choose = (at) => {
      active = at;
      [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
      if (at < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", list.children[at].id);
        list.children[at].scrollIntoView({ block: "nearest" });
      }
    };
    const show = (found) => {
      list.replaceChildren(...found.map((one, n) => option(one, `${name}-${n}`)));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = told(found.length);
      choose(-1);
    };
    const close = () => {
      clearTimeout(waiting);
      asked.abort();
      show([]);
    };
    const open = (item) => { window.location.assign(item.dataset.address); };
    const ask = () => {
      asked.abort();
      asked = new AbortController();
      const query = new URLSearchParams(new FormData(form));
      if (!input.value.trim()) { show([]); return; }
      fetch(`${form.dataset.suggestions}?${query}`, { signal: asked.signal })
        .then((answer) => (answer.ok ? answer.json() : []))
        .then(show, () => {});
    };

    input.addEventListener("input", (event) => {
      clearTimeout(waiting);
      if (!event.isComposing) waiting = setTimeout(ask, PAUSE);
    });
    input.addEventListener("compositionend", () => { clearTimeout(waiting); waiting = setTimeout(ask, PAUSE); });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || list.hidden) return;
      const last = list.children.length - 1;
      if (event.key === "ArrowDown") choose(active === last ? -1 : active + 1);
      else if (event.key === "ArrowUp") choose(active < 0 ? last : active - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && active >= 0) open(list.children[active]);
      else return;
      event.preventDefault();
    });
    input.addEventListener("blur", close);
    // Before the box loses the focus, which closes the list.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) open(item);
    });
    return input;
  }

  const boxes = [...document.querySelectorAll("form[data-suggestions]")].map(suggesting);
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing || !boxes.length) return;
    event.preventDefault();
    boxes[0].focus();
    boxes[0].select();
  });
})();

// What pages of the console can do where scripts run. Nothing here is needed to use them.

/** Finds all elements that match. */
export function all(selector, root = document) {
  return [...root.querySelectorAll(selector)];
}

/** Buttons with data-copy copy the text of the element that they name, and say so. */
export function copying(root = document) {
  for (const button of all("button[data-copy]", root)) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy);
      const said = button.textContent;
      try {
        await navigator.clipboard.writeText(source.dataset.text ?? source.value ?? source.textContent);
        button.textContent = button.dataset.done;
      } catch {
        getSelection().selectAllChildren(source);
        button.textContent = button.dataset.hand;
      }
      setTimeout(() => { button.textContent = said; }, 1600);
    });
  }
}

/** Turns the links of .tabs into tabs over the sections that they lead to. The one last chosen is remembered. */
function tabbing() {
  for (const list of all(".tabs")) {
    const tabs = all("a", list);
    const panels = tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
    const kept = "tab:" + list.id;
    const show = (chosen, focus) => {
      tabs.forEach((tab, i) => {
        tab.setAttribute("aria-selected", i === chosen);
        tab.tabIndex = i === chosen ? 0 : -1;
        panels[i].hidden = i !== chosen;
        panels[i].toggleAttribute("data-shown", i === chosen);
      });
      if (focus) { tabs[chosen].focus(); }
    };
    list.setAttribute("role", "tablist");
    tabs.forEach((tab, i) => {
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panels[i].id);
      panels[i].setAttribute("role", "tabpanel");
      panels[i].setAttribute("aria-label", tab.textContent);
      tab.addEventListener("click", (event) => {
        event.preventDefault();
        show(i, false);
        sessionStorage.setItem(kept, panels[i].id);
      });
      tab.addEventListener("keydown", (event) => {
        const last = tabs.length - 1;
        const next = { ArrowRight: i === last ? 0 : i + 1, ArrowLeft: i === 0 ? last : i - 1, Home: 0, End: last }[event.key];
        if (next !== undefined) {
          event.preventDefault();
          show(next, true);
          sessionStorage.setItem(kept, panels[next].id);
        }
      });
    });
    const wanted = list.dataset.open || location.hash.slice(1) || sessionStorage.getItem(kept);
    show(Math.max(0, panels.findIndex((panel) => panel.id === wanted)), false);
  }
}

copying();
tabbing();

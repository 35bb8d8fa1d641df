// What the Explorer can do where scripts run.

/** Finds actions while a person types: the same page is fetched, and what it found put in place. */
function searching() {
  const form = document.getElementById("search");
  const found = document.getElementById("found");
  if (!form || !found) { return; }
  const field = form.elements.q;
  let timer = 0;
  let asked = "";
  const look = async () => {
    const address = new URL(form.action);
    address.search = new URLSearchParams({ q: field.value });
    asked = address.href;
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || asked !== address.href) { return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    found.replaceChildren(...document.importNode(page.getElementById("found"), true).childNodes);
    history.replaceState(null, "", field.value ? address : address.pathname);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
}

searching();

/** After a form was sent, the address becomes the link to the same call: a reload shows it and calls nothing. */
const action = document.getElementById("action");
if (action) {
  history.replaceState(null, "", action.dataset.link + location.hash);
}

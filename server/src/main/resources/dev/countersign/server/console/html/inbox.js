// What the inbox can do where scripts run: it shows messages as they come.
import { copying } from "./console.js";

const letters = document.getElementById("letters");
const live = document.getElementById("live");
const title = document.title;
let newest = letters.dataset.newest;
let unseen = 0;

/** Says whether new messages arrive by themselves. */
function connected(yes) {
  live.hidden = false;
  live.textContent = yes ? live.dataset.on : live.dataset.off;
  live.classList.toggle("good", yes);
  live.classList.toggle("warn", !yes);
}

/** Puts a message on top. All glide down from where they are seen, so that nothing jumps under a pointer. */
function insert(html) {
  const list = document.getElementById("list");
  const letter = new DOMParser().parseFromString(html, "text/html").querySelector("li");
  if (!letter || document.getElementById(letter.id)) { return; }
  document.getElementById("empty")?.remove();
  const first = list.firstElementChild;
  const before = first?.offsetTop ?? 0;
  const gliding = new DOMMatrix(getComputedStyle(list).transform).m42;
  list.prepend(document.adoptNode(letter));
  const moved = first ? first.offsetTop - before : 0;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  list.animate([{ transform: `translateY(${gliding - moved}px)` }, { transform: "none" }],
    { duration: calm ? 1 : 220, easing: "ease-out" });
  copying(letter);
  document.getElementById("news").textContent = letter.dataset.news;
  if (document.hidden) {
    unseen += 1;
    document.title = `(${unseen}) ${title}`;
  }
}

/** Fetches this page anew and takes its messages over, when what is shown is not there any more. */
async function renew() {
  const answer = await fetch(location.href.split("#")[0], { headers: { Accept: "text/html" } });
  if (!answer.ok) { throw new Error("the inbox can't be read"); }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = document.importNode(page.getElementById("letters"), true);
  letters.replaceChildren(...fresh.childNodes);
  newest = fresh.dataset.newest;
  copying(letters);
}

/** Listens. The browser asks again by itself after each answer; it gives up on one that is none. */
function listen() {
  const address = new URL(letters.dataset.live, location.href);
  address.searchParams.set("after", newest);
  const source = new EventSource(address);
  let doubt = 0;
  source.addEventListener("open", () => {
    clearTimeout(doubt);
    connected(true);
  });
  source.addEventListener("letter", (event) => {
    newest = event.lastEventId;
    insert(event.data);
  });
  source.addEventListener("stale", async () => {
    source.close();
    clearTimeout(doubt);
    try {
      await renew();
      listen();
    } catch {
      connected(false);
      setTimeout(listen, 3000);
    }
  });
  source.addEventListener("error", () => {
    clearTimeout(doubt);
    doubt = setTimeout(() => connected(false), 2000);
    if (source.readyState === EventSource.CLOSED) { setTimeout(listen, 3000); }
  });
}

/** The virtual clock goes on ticking. */
function ticking() {
  const now = document.getElementById("now");
  const ahead = Date.parse(now.dateTime) - Date.now();
  setInterval(() => {
    now.textContent = new Date(Date.now() + ahead).toISOString().slice(0, 19).replace("T", " ");
  }, 1000);
}

document.addEventListener("visibilitychange", () => {
  unseen = 0;
  document.title = title;
});
if (document.getElementById("done")) {
  const here = new URL(location.href);
  here.searchParams.delete("done");
  history.replaceState(null, "", here);
}
if (letters.dataset.live) {
  connected(true);
  listen();
}
ticking();

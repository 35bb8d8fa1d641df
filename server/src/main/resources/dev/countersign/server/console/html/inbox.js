// What the inbox can do where scripts run: it shows messages as they come.
import { copying } from "./console.js";

const letters = document.getElementById("letters");
const live = document.getElementById("live");
const title = document.title;
let newest = letters.dataset.newest;
let unseen = 0;
let arriving = Promise.resolve();

/** Says whether new messages arrive by themselves. */
function connected(yes) {
  live.hidden = false;
  live.textContent = yes ? live.dataset.on : live.dataset.off;
  live.classList.toggle("good", yes);
  live.classList.toggle("warn", !yes);
}

/** The next picture; in a tab that is not seen there is none, so that it must not be waited for. */
function frame() {
  return new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(done, 100);
  });
}

/** Puts a message on top. The others glide down from where they are, so that nothing jumps under a pointer. */
async function insert(html) {
  const list = document.getElementById("list");
  const letter = new DOMParser().parseFromString(html, "text/html").querySelector("li");
  if (!letter || document.getElementById(letter.id)) { return; }
  document.getElementById("empty")?.remove();
  const first = list.firstElementChild;
  const before = first?.offsetTop ?? 0;
  list.prepend(document.adoptNode(letter));
  copying(letter);
  bound(list);
  document.getElementById("news").textContent = letter.dataset.news;
  if (document.hidden) {
    unseen += 1;
    document.title = `(${unseen}) ${title}`;
    return;
  }
  if (first) {
    await glide(list, first.offsetTop - before);
  }
}

/** Shows no more than the server would, and says so. */
function bound(list) {
  while (list.children.length > Number(letters.dataset.most)) {
    list.lastElementChild.remove();
    document.getElementById("more").hidden = false;
  }
}

/** Lets a list that was pushed down come down. While it glides nothing may push it again: that would be seen. */
async function glide(list, pixels) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const gliding = list.animate([{ transform: `translateY(${-pixels}px)` }, { transform: "none" }],
    { duration: calm ? 1 : 220, easing: "ease-out" });
  await Promise.race([gliding.finished, new Promise((done) => { setTimeout(done, 1500); })]);
  await frame();
  await frame();
}

/** Fetches this page anew and takes its messages over, when what is shown is not there any more. */
async function renew() {
  const answer = await fetch(letters.dataset.again, { headers: { Accept: "text/html" } });
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
    arriving = arriving.then(() => insert(event.data));
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
  if (!now) { return; }
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

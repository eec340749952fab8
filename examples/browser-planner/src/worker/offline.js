// Service worker: keeps every file of this version when the page is first opened, and answers from there. Another
// version is another cache, which takes over when the pages of the old one are closed.

const version = "VERSION";
const files = ["FILES"];
const name = `paceline-planner-${version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(files)));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((other) => other.startsWith("paceline-planner-") && other !== name);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((other) => caches.delete(other))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  const wanted = request.mode === "navigate" ? "./" : request;
  event.respondWith(
    caches
      .open(name)
      .then((cache) => cache.match(wanted, { ignoreSearch: true, ignoreVary: true }))
      .then((found) => found ?? fetch(request)),
  );
});

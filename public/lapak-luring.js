// Keeps the page where a seller records a sale, so that it opens without a signal. Everything else, and this page
// whenever there is a signal, comes from the mall. Signing out forgets it.
const CACHE = 'lapak-1';
const PAGE = '/lapak/jual';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim().then(keepPage)));

async function keepPage() {
  const answer = await fetch(PAGE, { credentials: 'same-origin' });
  if (answer.ok && !answer.redirected) await keep(PAGE, answer);
}

async function keep(request, answer) {
  const cache = await caches.open(CACHE);
  await cache.put(request, answer);
}

async function fresh(request, key) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await keep(key, answer.clone());
    // Whoever is signed out must not find the page of whoever was signed in.
    else if (answer.redirected || answer.type === 'opaqueredirect') await caches.delete(CACHE);
    return answer;
  } catch (error) {
    const kept = await caches.match(key, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === PAGE && request.mode === 'navigate') event.respondWith(fresh(request, PAGE));
  else if (pathname.startsWith('/_astro/') || pathname === '/favicon.svg')
    event.respondWith(caches.match(request).then((kept) => kept ?? fresh(request, request)));
});

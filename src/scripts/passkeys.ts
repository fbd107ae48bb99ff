// Passkeys: the mall asks, the browser lets its owner answer, the mall checks. Only /masuk and the desks' page of
// passkeys load this; without it the mailed link works.

const BASE = '/masuk/sidik-jari';
const ENDS = { enter: 'masuk', again: 'lagi', register: 'daftar' } as const;

async function post(path: string, body: unknown): Promise<Record<string, never>> {
  const response = await fetch(`${BASE}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

async function answer(does: keyof typeof ENDS, next: string): Promise<void> {
  const { options, ticket } = await post('pilihan', { for: does });
  const credential =
    does === 'register'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options!),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options!),
        });
  const end = `${ENDS[does]}?lanjut=${encodeURIComponent(next)}`;
  const done = await post(end, { ticket, response: credential });
  location.assign(done.next!);
}

if (window.PublicKeyCredential && 'parseCreationOptionsFromJSON' in PublicKeyCredential) {
  for (const missing of document.querySelectorAll<HTMLElement>('[data-passkey-missing]'))
    missing.hidden = true;
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const button = place.querySelector('button')!;
    const failed = place.querySelector<HTMLElement>('.error')!;
    place.hidden = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      failed.hidden = true;
      try {
        await answer(place.dataset.passkey as keyof typeof ENDS, place.dataset.next ?? '');
      } catch {
        failed.hidden = false;
        button.disabled = false;
      }
    });
  }
}

// Completions while typing, for the header's search field: loaded when it is first touched, and not at all
// where the phone asks to save data. A combobox as the ARIA practices have it; the form works without.

interface Suggestion {
  text: string;
  url?: string;
}

const PAUSE_MS = 180;
const SHORTEST = 2;

/** Attaches completions to a search field. */
export function suggestFor(input: HTMLInputElement): void {
  const form = input.form;
  if (!form) return;
  const list = document.createElement('ul');
  list.id = 'saran';
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  list.hidden = true;
  input.insertAdjacentElement('afterend', list as never);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value);

  let shown: Suggestion[] = [];
  let chosen = -1;
  let typed = input.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;

  const close = () => {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (index: number) => {
    chosen = index;
    for (const [position, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(position === index));
    input.value = shown[index]?.text ?? typed;
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `saran-${index}`);
  };
  const go = ({ text, url }: Suggestion) => {
    close();
    if (url) {
      location.href = url;
      return;
    }
    input.value = text;
    form.requestSubmit();
  };
  const show = (suggestions: Suggestion[]) => {
    shown = suggestions;
    if (!suggestions.length) return close();
    list.replaceChildren(
      ...suggestions.map(({ text }, index) => {
        const option = document.createElement('li');
        option.id = `saran-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.textContent = text;
        return option;
      }),
    );
    chosen = -1;
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  };
  const ask = async () => {
    request?.abort();
    request = new AbortController();
    try {
      const response = await fetch(`/api/search/suggest?q=${encodeURIComponent(typed)}`, {
        signal: request.signal,
      });
      if (response.ok) show(((await response.json()) as { suggestions: Suggestion[] }).suggestions);
    } catch {
      // Cancelled, or no network: typing goes on without.
    }
  };

  input.addEventListener('input', () => {
    typed = input.value;
    clearTimeout(timer);
    if (typed.trim().length < SHORTEST) close();
    else timer = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      input.value = typed;
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length) {
      event.preventDefault();
      if (list.hidden) show(shown);
      // One place beyond each end is the text as typed.
      const places = shown.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(((chosen + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      go(shown[chosen]!);
    }
  });
  // Before the field loses the focus, so that the list is still there.
  list.addEventListener('mousedown', (event) => {
    const index = [...list.children].indexOf((event.target as HTMLElement).closest('li') as never);
    event.preventDefault();
    if (shown[index]) go(shown[index]);
  });
  input.addEventListener('blur', close);
}

import { formatNumber, formatRupiah } from '../domain/money.ts';
import { liveFigures } from '../i18n/turnover/live-figures.ts';

/**
 * Fills a box with the mall's figures as they are now: `data-figure` names what each place tells. Until they are
 * here the box holds a link to the page that tells them.
 */
export async function showLiveFigures(box: HTMLElement): Promise<void> {
  const answer = await fetch('/api/turnover').catch(() => undefined);
  if (!answer?.ok) return;
  const figures: Record<string, unknown> = await answer.json();
  const told: Record<string, string> = {
    as_of: liveFigures.lead(String(figures.as_of)),
    total: formatRupiah(Number(figures.total)),
  };
  for (const place of box.querySelectorAll<HTMLElement>('[data-figure]')) {
    const name = place.dataset.figure ?? '';
    place.textContent = told[name] ?? formatNumber(Number(figures[name]));
  }
  for (const part of box.querySelectorAll('.awaited')) part.classList.remove('awaited');
}

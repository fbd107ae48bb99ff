import CMS from '@sveltia/cms';

/** A value of Immutable.js, as Sveltia CMS gives an entry to its listeners. */
interface Immutable {
  filter?(keep: (value: unknown) => boolean): Immutable;
  map?(change: (value: unknown) => unknown): Immutable;
  get(key: string): unknown;
}

/** Without switches that are off: an editor would not write them, and each is off by default. */
function withoutOff(value: unknown): unknown {
  const { filter, map } = (value ?? {}) as Immutable;
  if (typeof value !== 'object' || !filter || !map) return value;
  return (value as Immutable).filter!((inner) => inner !== false).map!(withoutOff);
}

CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => withoutOff((entry as unknown as Immutable).get('data')) as never,
});

// The form for editors, /kelola/konten/. It is bundled apart from the mall's own scripts, see
// tools/build-mall/content-form/. Without a repository it can only work on a folder of this very computer.
const isLocal = ['localhost', '127.0.0.1'].includes(location.hostname);
const hasRepository = document.body.dataset.host === 'repo';
if (isLocal || hasRepository) CMS.init();
else document.getElementById('belum')!.hidden = false;

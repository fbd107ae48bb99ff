import { bucketPhotos, fillBucket } from '../serve/photo-bucket.ts';
import { ToolError } from '../terminal.ts';
import { smokeTest } from './smoke-test.ts';
import { type Build, CATALOG_BINDINGS, type CatalogBinding, type Target, type Uploaded } from './target.ts';

/** The steps of a deployment, in order. */
export const STEPS = [
  'look',
  'bookmark',
  'migrate',
  'load',
  'photos',
  'upload',
  'smoke',
  'switch',
  'verify',
] as const;
export type Step = (typeof STEPS)[number];

/** What each step does, for people. */
export const STEP_TEXTS: Record<Step, string> = {
  look: 'see which version and which catalogue serve now',
  bookmark: 'note the Time Travel bookmark of MALL_DB',
  migrate: 'apply migrations that the version before can live with',
  load: 'load the catalogue into the database not in use',
  photos: 'add the photos that the bucket lacks; none where all pages are static',
  upload: 'upload the new version; nobody gets it yet',
  smoke: 'try it at its preview address: health, a search, a page, a cart',
  switch: 'switch everybody to it',
  verify: 'try the open mall; on failure the version before comes back',
};

export interface DeployOptions {
  target: Target;
  build: Build;
  /** Tells how far the work has come. */
  tell?: (step: Step, result: string) => void;
  /** For tests: called after each step; what it throws fails the deployment there. */
  afterStep?: (step: Step) => void | Promise<void>;
}

export interface Deployed {
  version: string;
  before: string | undefined;
  bookmark: string;
  catalog: CatalogBinding;
}

/** What the version that serves reads. */
export interface LiveCatalog {
  catalog: string;
  /** False for a mall that is down: nobody reads its catalogue, and what is deployed may be its remedy. */
  answers: boolean;
}

/** Which database the new catalogue goes to, and whether it must be loaded. */
export function chooseDatabase(
  held: Record<CatalogBinding, string | undefined>,
  live: LiveCatalog | undefined,
  wanted: string,
): { binding: CatalogBinding; load: boolean } {
  const holder = CATALOG_BINDINGS.find((binding) => held[binding] === wanted);
  if (holder) return { binding: holder, load: false };
  const inUse = live && CATALOG_BINDINGS.find((binding) => held[binding] === live.catalog);
  // Guessing here could overwrite the catalogue that the open mall reads.
  if (live?.answers && !inUse)
    throw new ToolError(
      `The open mall has catalogue ${live.catalog}, but neither database holds it. Nothing was changed.`,
    );
  return { binding: inUse === 'CATALOG_A' ? 'CATALOG_B' : 'CATALOG_A', load: true };
}

/**
 * Brings a build to a target, step by step. Until the switch nothing that serves is touched, so a failure leaves
 * the version before with its own catalogue; a failure from the switch on brings that version back.
 * @throws ToolError saying at which step it failed and what serves now
 */
export async function deployMall({
  target,
  build,
  tell = () => undefined,
  afterStep,
}: DeployOptions): Promise<Deployed> {
  let at: Step = 'look';
  let before: string | undefined;
  const step = async <T>(name: Step, work: () => Promise<[T, string]>): Promise<T> => {
    at = name;
    const [result, told] = await work();
    tell(name, told);
    await afterStep?.(name);
    return result;
  };
  try {
    const live = await step('look', async (): Promise<[LiveCatalog | undefined, string]> => {
      before = await target.live();
      if (before === undefined) return [undefined, 'nothing yet'];
      const { catalog, answered } = await liveCatalogOf(target, before);
      return [
        { catalog, answers: answered === undefined },
        `version ${before}, catalogue ${catalog}${answered === undefined ? '' : `; THE OPEN MALL ANSWERED ${answered}`}`,
      ];
    });
    const bookmark = await step('bookmark', async () => twice(await target.bookmark()));
    await step('migrate', async () => {
      const applied = await target.migrate();
      return [applied, applied.length ? applied.join(', ') : 'none is missing'];
    });
    const catalog = await step('load', async () => {
      const held = {
        CATALOG_A: await target.heldCatalog('CATALOG_A'),
        CATALOG_B: await target.heldCatalog('CATALOG_B'),
      };
      const { binding, load } = chooseDatabase(held, live, build.catalog);
      if (load) await target.loadCatalog(binding, build);
      if ((await target.heldCatalog(binding)) !== build.catalog)
        throw new ToolError(`${binding} does not hold catalogue ${build.catalog} after loading it.`);
      return [binding, `${build.catalog} ${load ? 'loaded into' : 'is already in'} ${binding}`];
    });
    const photo = await step('photos', async (): Promise<[string | undefined, string]> => {
      const all = bucketPhotos(build.dist);
      const added = await fillBucket(target.photos, build.dist);
      return [all[0]?.name, all.length ? `${added} of ${all.length} are new` : 'none: all pages are static'];
    });
    const uploaded = await step('upload', async (): Promise<[Uploaded, string]> => {
      const result = await target.upload(build);
      return [result, `version ${result.id} at ${result.preview}`];
    });
    await step('smoke', async () =>
      twice(await smokeTest(uploaded.preview, build.catalog, { photo, token: uploaded.smokeToken })),
    );
    await step('switch', async () => {
      await target.switchTo(uploaded.id);
      return twice(uploaded.id);
    });
    await step('verify', async () => twice(await smokeTest(target.origin, build.catalog, { photo })));
    return { version: uploaded.id, before, bookmark, catalog };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ToolError(
      `Failed at step "${at}" (${STEP_TEXTS[at]}): ${reason}\n${await goBack(target, before, at)}`,
    );
  }
}

const twice = (text: string): [string, string] => [text, text];

/**
 * The catalogue of the version that serves, by the mall's own word; by its upload's where the mall does not answer,
 * so that a mall that is down can be mended by a deployment.
 * @returns with `answered`, what a mall that is down answered
 */
async function liveCatalogOf(target: Target, id: string): Promise<{ catalog: string; answered?: string }> {
  const response = await fetch(`${target.origin}/api/health`).catch(() => undefined);
  if (response?.ok) return { catalog: ((await response.json()) as { catalog: string }).catalog };
  const answered = String(response?.status ?? 'nothing');
  const catalog = await target.catalogOf(id);
  if (catalog === undefined)
    throw new ToolError(
      `${target.origin}/api/health answered ${answered}, and version ${id} does not tell its catalogue; deploying would be blind.`,
    );
  return { catalog, answered };
}

/** After a failure: the version before serves, and it is said. */
async function goBack(target: Target, before: string | undefined, at: Step): Promise<string> {
  if (before === undefined) return 'There is no version before this one.';
  if (at !== 'switch' && at !== 'verify') return `Version ${before} serves as before.`;
  try {
    await target.switchTo(before);
    return `Version ${before} serves again, with its own catalogue.`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `VERSION ${before} COULD NOT BE BROUGHT BACK: ${reason}\nDo it by hand: npx wrangler versions deploy ${before}@100% -y`;
  }
}

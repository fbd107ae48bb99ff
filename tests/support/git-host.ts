import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** What the form asked the Git host to write. */
export interface GitHost {
  branches: string[];
  commits: { branch: string; headline: string; files: Map<string, string> }[];
  pulls: { head: string; base: string; draft: boolean }[];
  labels: string[];
  /** What it asked for and the stand-in does not know. */
  unknown: string[];
}

const MAIN = 'a'.repeat(40);
const COMMIT = 'b'.repeat(40);

/**
 * Stands in for api.github.com with one repository: as much of its REST and GraphQL interfaces as Sveltia CMS asks
 * for between signing in and the first draft. https://docs.github.com/en/rest, https://docs.github.com/en/graphql
 * @param folder what lies in the repository under `under`
 */
export async function standInGitHost(
  context: BrowserContext,
  repo: string,
  folder: string,
  under: string,
): Promise<GitHost> {
  const host: GitHost = { branches: [], commits: [], pulls: [], labels: [], unknown: [] };
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  const blobs = new Map(
    files.map((file) => {
      const bytes = readFileSync(join(folder, file));
      return [blobId(bytes), { path: `${under}/${file}`, bytes }] as const;
    }),
  );
  await context.route('https://api.github.com/**', async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace(`/repos/${repo}`, '');
    const body = request.postDataJSON();
    if (path === '/graphql') {
      const data = graphql(body, host, blobs);
      if (!data) host.unknown.push(body.query);
      return route.fulfill({ json: data ? { data } : { errors: [{ message: 'unknown' }] } });
    }
    const blob = blobs.get(/^\/git\/blobs\/(.+)$/.exec(path)?.[1] ?? '');
    if (blob) return route.fulfill({ contentType: 'application/octet-stream', body: blob.bytes });
    const answer = rest(`${request.method()} ${path}`, body, host, blobs);
    if (!answer) host.unknown.push(`${request.method()} ${path}`);
    return route.fulfill(answer ?? { status: 404, json: { message: 'Not Found' } });
  });
  return host;
}

/** A body of an interface that is not ours: whatever it holds. */
type Json = ReturnType<typeof JSON.parse>;
type Blobs = Map<string, { path: string; bytes: Buffer }>;

/** Git's own name of a file's content. */
function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function rest(
  request: string,
  body: Json,
  host: GitHost,
  blobs: Blobs,
): { status?: number; json?: unknown } | undefined {
  if (request === 'GET /user')
    return { json: { id: 1, login: 'sri', name: 'Sri', email: 'sri@contoh.test', avatar_url: '' } };
  if (request === 'GET /collaborators/sri') return { status: 204 };
  if (request === `GET /git/trees/${MAIN}`) {
    const tree = [...blobs].map(([sha, { path, bytes }]) => ({
      path,
      type: 'blob',
      sha,
      size: bytes.length,
    }));
    return { json: { sha: MAIN, truncated: false, tree } };
  }
  if (request === 'POST /pulls') {
    host.pulls.push({ head: body.head, base: body.base, draft: body.draft });
    const at = '2026-11-24T00:00:00Z';
    const json = {
      number: 1,
      node_id: 'PR_1',
      state: 'open',
      ...body,
      html_url: 'https://github.com/',
      head: { ref: body.head, sha: COMMIT },
      base: { ref: body.base },
      labels: [],
      user: { login: 'sri', id: 1 },
      created_at: at,
      updated_at: at,
    };
    return { status: 201, json };
  }
  if (request === 'POST /issues/1/labels') {
    host.labels.push(...body.labels);
    return { json: body.labels.map((name: string) => ({ name })) };
  }
  return undefined;
}

function graphql(
  { query, variables }: { query: string; variables: Json },
  host: GitHost,
  blobs: Blobs,
): unknown {
  const { input } = variables;
  const named = (pattern: RegExp, value: (match: RegExpExecArray) => unknown) =>
    Object.fromEntries([...query.matchAll(pattern)].map((match) => [match[1], value(match)]));
  if (query.includes('createRef(')) {
    host.branches.push(input.name);
    return { createRef: { ref: { name: input.name } } };
  }
  if (query.includes('createCommitOnBranch(')) {
    const additions: { path: string; contents: string }[] = input.fileChanges.additions;
    host.commits.push({
      branch: input.branch.branchName,
      headline: input.message.headline,
      files: new Map(
        additions.map(({ path, contents }) => [path, Buffer.from(contents, 'base64').toString()]),
      ),
    });
    const saved = named(/(file_\d+): file\(/g, () => ({ oid: COMMIT }));
    const commit = { oid: COMMIT, committedDate: '2026-11-24T00:00:00Z', ...saved };
    return { createCommitOnBranch: { commit } };
  }
  if (query.includes('pullRequests(')) return { repository: { pullRequests: { nodes: [] } } };
  if (query.includes('content_0'))
    return {
      repository: named(/(content_\d+): object\(oid: "([0-9a-f]+)"\)/g, ([, , id = '']) => ({
        text: blobs.get(id)?.bytes.toString(),
      })),
    };
  const author = { name: 'Sri', email: 'sri@contoh.test', user: { id: 1, login: 'sri' } };
  const nodes = [{ oid: MAIN, message: 'Awal', author, committedDate: '2026-11-24T00:00:00Z' }];
  const ref = { target: { oid: MAIN, history: { nodes } } };
  if (query.includes('commit_0')) return { repository: named(/(commit_\d+): +ref\(/g, () => ref) };
  if (query.includes('fork: repository')) return { fork: { id: 'R_1' }, base: { ref } };
  if (query.includes('ref(qualifiedName: $branch)')) return { repository: { ref } };
  return undefined;
}

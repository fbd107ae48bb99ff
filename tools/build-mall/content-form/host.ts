/** Where the form commits; without a repository it works on a folder of the editor's own computer only. */
export interface FormHost {
  /** `owner/name` on GitHub. */
  repo?: string | undefined;
  branch: string;
  /** Address of the Sveltia CMS Authenticator; without it editors sign in with a token of their own. */
  authUrl?: string | undefined;
}

/** The host as the environment gives it. */
export function formHost(environment = process.env): FormHost {
  const { MALL_CMS_REPO, MALL_CMS_BRANCH, MALL_CMS_AUTH } = environment;
  return {
    repo: MALL_CMS_REPO || undefined,
    branch: MALL_CMS_BRANCH || 'main',
    authUrl: MALL_CMS_AUTH || undefined,
  };
}

/**
 * Headers of the form's own folder, as lines of `_headers`. Sveltia CMS writes its styles while it runs and
 * decodes photos in WebAssembly; it talks to the Git host, and signs in there in a window of its own. So only
 * this folder allows that, and only what the host in use needs.
 */
export function formHeaders({ repo }: FormHost): string[] {
  const [api, faces] = repo
    ? [' https://api.github.com', ' https://avatars.githubusercontent.com']
    : ['', ''];
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${faces}`,
    "font-src 'self'",
    `connect-src 'self' data: blob:${api}`,
    "worker-src 'self' blob:",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return [
    '/kelola/konten/*',
    '  ! Content-Security-Policy',
    `  Content-Security-Policy: ${policy.join('; ')}`,
    '  ! Cross-Origin-Opener-Policy',
    '  Cross-Origin-Opener-Policy: same-origin-allow-popups',
    '  X-Robots-Tag: noindex',
  ];
}

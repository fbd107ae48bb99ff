import type { App } from '../app.ts';

/** Search: `GET /api/search`, suggestions, and the page. */
export function searchRoutes(_app: App): void {}

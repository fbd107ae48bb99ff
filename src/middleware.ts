import { defineMiddleware } from 'astro:middleware';
import type { PageContext } from '../functions/mall.ts';

/** Hands what the Worker gave this request to the page; pages that are built ahead have none. */
export const onRequest = defineMiddleware(({ locals }, next) => {
  const given = (locals as { cfContext?: { mallPage?: PageContext } }).cfContext?.mallPage;
  if (given) Object.assign(locals, given);
  return next();
});

import { defineMiddleware } from 'astro:middleware';
export const onRequest = defineMiddleware((context, next) => { (context.locals as any).mall = (context.locals as any).cfContext?.mall; return next(); });

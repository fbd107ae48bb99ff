import { type Drawer, fold, line, lit } from './scene.ts';

/** A cloth folded in three with its corner turned back. */
export const folded: Drawer = ({ ink }) => ({
  scale: 1.15,
  parts: [
    { d: 'M78 300Q70 268 84 244L330 236Q342 268 330 304Z', fill: ink.deep },
    { d: 'M72 262Q66 226 82 200L326 192Q342 226 332 262Z', turn: 6 },
    fold('M72 262Q66 240 72 224Q200 246 336 226Q338 246 332 262Z'),
    { d: 'M84 216Q72 150 84 96L318 88Q332 150 322 216Q200 232 84 216Z' },
    fold('M84 216Q80 200 79 186Q200 204 326 186Q324 204 322 216Q200 232 84 216Z'),
    lit('M84 96L150 94Q140 160 150 223Q110 220 84 216Q72 150 84 96Z'),
    line('M84 108Q200 116 319 100', ink.line, 2, ' opacity=".8"'),
  ],
});

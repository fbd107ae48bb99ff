/** The common inflections of an Indonesian root, formed by the rules of `meN-` and `peN-`. */
export function inflections(root: string): string[] {
  const nasal = nasalized(root);
  return [
    `${root}nya`,
    `${root}ku`,
    `${root}an`,
    `di${root}`,
    `ber${root}`,
    `me${nasal}`,
    `pe${nasal}`,
    `pe${nasal}an`,
    `me${nasal}kan`,
    `di${root}kan`,
    `${root}lah`,
    `${root}annya`,
    `${root}-${root}`,
  ];
}

function nasalized(root: string): string {
  const first = root[0]!;
  if ('aeiou'.includes(first)) return `ng${root}`;
  if (first === 'k') return `ng${root.slice(1)}`;
  if ('gh'.includes(first)) return `ng${root}`;
  if (first === 't') return `n${root.slice(1)}`;
  if ('cdjz'.includes(first)) return `n${root}`;
  if (first === 's') return `ny${root.slice(1)}`;
  if (first === 'p') return `m${root.slice(1)}`;
  if ('bfv'.includes(first)) return `m${root}`;
  return root;
}

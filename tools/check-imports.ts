import { circles, importFault, importsOf, sourceFiles } from './check-imports/graph.ts';

/** `npm run check:imports`: every import of every source file against the table of who may import whom. */
const imports = sourceFiles().flatMap((file) => importsOf(file));
const faults = [
  ...new Set(imports.flatMap((one) => importFault(one) ?? [])),
  ...circles(imports).map((files) => `a circle: ${files.join(' -> ')}`),
];
for (const fault of faults) console.error(`  ${fault}`);
if (faults.length) process.exitCode = 1;
else console.log(`  ${imports.length} imports, none against the table`);

import { build, isBuilt } from './build-mall.ts';
import { serve } from './serve.ts';
import { runTool } from './terminal.ts';

/** `npm start`: builds what has changed and opens the mall. */
await runTool(async () => {
  if (!isBuilt()) {
    process.stderr.write('Building the mall. The first time takes a minute or two.\n');
    await build();
  }
  await serve();
});

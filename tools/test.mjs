// npm test: installs, builds and runs every check that needs no display.
import { install, npm } from './install.mjs';

const started = Date.now();
install();
for (const script of ['build', 'typecheck', 'lint', 'test:mocha']) {
  const at = Date.now();
  console.error(`\n— ${script}`);
  npm(script);
  console.error(`  ${((Date.now() - at) / 1000).toFixed(1)} s`);
}
console.error(`\nAll checks passed in ${((Date.now() - started) / 1000).toFixed(1)} s`);

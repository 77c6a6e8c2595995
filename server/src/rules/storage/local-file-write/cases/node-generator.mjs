import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../packages/database/schema');

for (const file of readdirSync(folder)) {
  const schema = readFileSync(join(folder, file), 'utf8').replaceAll('@db.Bool', '');
  // clean-next storage/local-file-write -- serves nothing and gives nothing to others: a person starts it
  writeFileSync(resolve(folder, file), schema);
}

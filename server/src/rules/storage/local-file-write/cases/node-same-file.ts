import fs from 'fs-extra';
import { resolve } from 'node:path';

export async function keepExport(name: string, content: string): Promise<void> {
  const file = resolve('data/exports', name);
  // expect-next storage/local-file-write warning
  await fs.ensureFile(file);
  try {
    // clean-next storage/local-file-write -- the same file as above
    await fs.writeFile(file, content);
  } finally {
    await fs.access(file);
  }
}

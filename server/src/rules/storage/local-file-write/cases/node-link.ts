import fs from 'fs-extra';
import path from 'node:path';

export async function linkRuntime(): Promise<void> {
  const link = path.join(path.dirname(process.execPath), 'node');
  if (!(await fs.pathExists(link))) {
    // clean-next storage/local-file-write -- made again wherever it is absent
    await fs.symlink(process.execPath, link);
  }
}

export async function showLatest(folder: string): Promise<void> {
  // expect-next storage/local-file-write warning
  await fs.symlink(folder, 'data/latest');
}

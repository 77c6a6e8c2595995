import lockfile from 'proper-lockfile';
import { openSync } from 'node:fs';

export async function settle(): Promise<void> {
  // expect-next storage/file-lock warning
  const release = await lockfile.lock('settlement');
  await release();
}

export function once(): void {
  // expect-next storage/file-lock warning
  openSync('export.lock', 'wx');
  // clean-next storage/file-lock -- makes sure that no file is replaced
  openSync('report.csv', 'wx');
}

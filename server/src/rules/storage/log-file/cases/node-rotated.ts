import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';

export class Journal {
  constructor(private readonly folder: string) {}

  private pathOf(dated = false): string {
    const day = new Date().toISOString();
    return resolve(this.folder, `shop_${dated ? day : 'now'}.log`);
  }

  private rotate(): void {
    const old = this.pathOf(true);
    // clean-next storage/local-file-write -- the log is told where it is written
    if (existsSync(this.pathOf())) renameSync(this.pathOf(), old);
  }

  append(line: string): void {
    this.rotate();
    // expect-next storage/log-file warning {file=this.folder}
    createWriteStream(this.pathOf(), { flags: 'a' }).end(line);
  }
}

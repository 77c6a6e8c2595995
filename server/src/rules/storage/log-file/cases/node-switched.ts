import fs from 'fs';

export class LogFile {
  private enabled = false;
  private lines: string[] = [];
  private folder = '';

  initialize(settings: { enabled: boolean; folder: string }): void {
    if (!settings.enabled) {
      return;
    }
    this.folder = settings.folder;
    this.enabled = true;
  }

  append(line: string): void {
    if (!this.enabled) {
      return;
    }
    this.lines.push(line);
  }

  write(): void {
    // expect-next storage/log-file info -- off until a setting turns it on
    fs.createWriteStream(`${this.folder}/shop.log`, { flags: 'a' }).end(this.lines.splice(0).join(''));
  }
}

export class AuditLog {
  private enabled = false;
  private folder = 'logs';

  append(line: string): void {
    // expect-next storage/log-file warning -- the switch says something else
    fs.appendFileSync(`${this.folder}/audit.log`, line);
    if (this.enabled) this.folder = 'logs/audit';
  }
}

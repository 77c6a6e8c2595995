/** A line on standard error that counts files; silent unless that is a terminal. */
export class Progress {
  private last = 0;
  private shown = false;

  constructor(private readonly label: string, private readonly stream: NodeJS.WriteStream = process.stderr) {}

  update(done: number, total: number): void {
    if (!this.stream.isTTY) return;
    const now = Date.now();
    if (now - this.last < 80 && done < total) return;
    this.last = now;
    this.shown = true;
    this.stream.write(`\r\u001b[2K${this.label} ${done}/${total}`);
  }

  clear(): void {
    if (this.shown) this.stream.write('\r\u001b[2K');
    this.shown = false;
  }
}

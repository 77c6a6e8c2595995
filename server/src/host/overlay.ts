import type { Host, ReadResult } from './host.js';

/** Texts laid over another host: reads see them, the host below is never written. */
export class Overlay implements Host {
  private readonly texts = new Map<string, string>();

  constructor(private readonly below: Host) {}

  set(path: string, text: string): void {
    this.texts.set(path, text);
  }

  /** Reads see what lies below again. */
  delete(path: string): void {
    this.texts.delete(path);
  }

  list(): ReturnType<Host['list']> {
    const { paths, problems } = this.below.list();
    return { paths: [...new Set([...paths, ...this.texts.keys()])].sort(), problems };
  }

  read(path: string): ReadResult {
    const text = this.texts.get(path);
    return text === undefined ? this.below.read(path) : { text, bytes: text.length };
  }

  raw(path: string): Buffer | undefined {
    const text = this.texts.get(path);
    return text === undefined ? this.below.raw(path) : Buffer.from(text);
  }

  /** Files whose text now differs from what lies below. */
  changes(): ReadonlyMap<string, string> {
    return new Map([...this.texts].filter(([path, text]) => {
      const read = this.below.read(path);
      return !('text' in read) || read.text !== text;
    }));
  }
}

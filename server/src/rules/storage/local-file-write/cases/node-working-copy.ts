import { rm, writeFile } from 'fs/promises';
import { join } from 'path';
import simpleGit from 'simple-git';

export class Repository {
  private readonly git = simpleGit();

  constructor(private readonly options: { url: string; folderDir: string }) {}

  async clone(): Promise<void> {
    await this.git.clone(this.options.url, this.options.folderDir);
  }

  async commit(name: string, text: string): Promise<void> {
    // clean-next storage/local-file-write -- pushed from a clone that is made for it and removed again
    await writeFile(join(this.options.folderDir, name), text);
    await this.git.push();
  }

  async remove(): Promise<void> {
    await rm(this.options.folderDir, { recursive: true });
  }
}

export class Notebook {
  constructor(private readonly options: { folderDir: string }) {}

  async add(name: string, text: string): Promise<void> {
    // expect-next storage/local-file-write warning
    await writeFile(join(this.options.folderDir, name), text);
  }

  async empty(): Promise<void> {
    await rm(this.options.folderDir, { recursive: true });
  }
}

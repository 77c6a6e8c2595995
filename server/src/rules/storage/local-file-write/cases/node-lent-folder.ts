import fs from 'fs';
import path from 'path';
import tmp from 'tmp';

export class ImageArchive {
  constructor(private readonly tmp: string, private readonly root: string) {}

  async fetchImage(name: string, image: Buffer): Promise<void> {
    // clean-next storage/local-file-write -- the folder goes with whoever lent it
    await fs.promises.writeFile(`${this.tmp}/${name}`, image);
  }

  exportTo(folder: string, name: string, image: Buffer): void {
    // clean-next storage/local-file-write -- both callers take the folder away again
    fs.writeFileSync(path.join(folder, name), image);
  }

  archive(image: Buffer): Buffer {
    const lent = tmp.dirSync({ unsafeCleanup: true });
    const inside = (name: string) => path.join(lent.name, name);
    try {
      this.exportTo(inside('images'), 'a.png', image);
      this.exportTo(lent.name, 'b.png', image);
      return fs.readFileSync(inside('images'));
    } finally {
      lent.removeCallback();
    }
  }
}

export class ImageStore {
  saveImage(folder: string, name: string, image: Buffer): void {
    // expect-next storage/local-file-write info -- one caller hands over a folder that stays
    fs.writeFileSync(path.join(folder, name), image);
  }

  copy(root: string, image: Buffer): void {
    const lent = tmp.dirSync();
    this.saveImage(lent.name, 'a.png', image);
    this.saveImage(root, 'a.png', image);
    lent.removeCallback();
  }
}

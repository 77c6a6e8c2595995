import { open, writeFile } from 'fs/promises';

const root = process.env.ARTIFACTS_FOLDER ?? 'artifacts';

export class Folder {
  async touch(): Promise<void> {
    // clean-next storage/local-file-write -- nothing is written: the file is only there afterwards
    const handle = await open(`${root}/touched`, 'a');
    await handle.close();
  }

  async note(text: string): Promise<void> {
    // expect-next storage/local-file-write warning
    const handle = await open(`${root}/notes`, 'a');
    await handle.write(text);
    await handle.close();
  }
}

export class Jobs {
  constructor(private readonly configService: { get(key: string): string }) {}

  async save(text: string): Promise<void> {
    // expect-next storage/local-file-write warning {where=this.configService.get(Env.JOBS_FOLDER)}
    await writeFile(`${this.configService.get(Env.JOBS_FOLDER)}/job.json`, text);
  }
}

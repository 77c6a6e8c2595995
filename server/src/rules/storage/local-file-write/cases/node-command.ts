import { Command } from '@oclif/command';
import * as fs from 'fs';

export abstract class ConfiguredCommand extends Command {
  protected configFilePath = 'config.json';

  async postRun(): Promise<void> {
    // clean-next storage/local-file-write -- a program at a prompt keeps what its user chose
    fs.writeFileSync(this.configFilePath, JSON.stringify(this.config));
  }
}

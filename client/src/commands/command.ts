import type { Server } from '../server';

/** A command that `package.json` contributes. */
export interface Command {
  readonly id: string;
  run(server: Server, ...args: readonly unknown[]): Promise<void>;
}

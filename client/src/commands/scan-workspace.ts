import type { Command } from './command';

/** `Monolift: Scan Workspace`: reads everything again; the server shows progress and says what it found. */
export const scanWorkspace: Command = {
  id: 'monolift.scanWorkspace',
  async run(server) {
    await server.execute('monolift.server.scan');
  },
};

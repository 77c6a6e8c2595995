import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

// clean-next config/hard-coded-host -- the program at this address is started below
export const searchDefaults = { host: 'localhost', port: 7700, verbose: 1 };

export const startSearch = (options: readonly string[]) => spawn('./bin/search', options);

// expect-next config/hard-coded-host warning
export const databaseUrl = 'postgres://localhost:5432/shop';

const server = createServer();
export const start = (settings: { port: number; host: string }) => server.listen(settings.port, settings.host);

import { pino, type TransportTargetOptions } from 'pino';

const transports: TransportTargetOptions[] = [];
const file = process.env.LOG_FILE;

if (file) {
  // expect-next storage/log-file info {file=LOG_FILE}
  transports.push({ target: 'pino/file', options: { destination: file } });
}
export const logger = pino({ transport: { targets: transports } });

import os from 'node:os';
import { machineIdSync } from 'node-machine-id';
import { config } from './config.mjs';

// expect-next network/host-identity warning {source=hostname()} -- only one name matches, and pods have none of their own
const host = os.hostname();
export const runsJobs = host === 'batch-01';

export function isPrimary() {
  // expect-next network/host-identity warning
  return os.hostname() === config.primaryHost;
}

// expect-next network/host-identity warning
export const callback = (port) => `http://${os.hostname()}:${port}/callback`;

// clean-next network/host-identity -- tells whose message it is, and pods differ
const id = `${os.hostname()}:${process.pid}`;
export const isOwn = (message) => message.id === id;

export function onRestart(message) {
  // clean-next network/host-identity -- compared with what a process called itself
  if (message.hostname !== os.hostname()) process.kill(process.pid, 'SIGTERM');
}

export function listening(port) {
  // clean-next network/host-identity -- only printed
  console.log(`http://${os.hostname()}:${port}`);
}

export function checkLicense(license) {
  // expect-next network/host-identity warning
  return license.machine === machineIdSync();
}

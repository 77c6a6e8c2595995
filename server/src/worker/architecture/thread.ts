import { parentPort } from 'node:worker_threads';
import { readArchitecture, type ArchitectureWork } from './read.js';

parentPort?.once('message', (work: ArchitectureWork) => parentPort?.postMessage(readArchitecture(work)));

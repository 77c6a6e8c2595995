import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { say } from '../contract/words.js';
import { generatorKinds, isGeneratorKind } from '../generators/catalogue.js';
import type { Knobs } from '../laboratory/knobs.js';
import type { SizingFields } from '../laboratory/sizing-fields.js';
import { generate, listed } from './generate.js';
import { readiness, type ReadinessAnswer } from './readiness.js';
import { scanFolder } from './scan.js';
import type { Session } from './session.js';
import { simulation, writeAutoscaler, type SimulationAnswer } from './simulation.js';
import { sizing, type SizingAnswer } from './sizing.js';
import { words } from './words.js';

/** Commands of the server; clients wrap them in commands of their own. */
export const serverCommands = { scan: 'monolift.server.scan', generate: 'monolift.server.generate', simulation: 'monolift.server.simulation', writeAutoscaler: 'monolift.server.writeAutoscaler', sizing: 'monolift.server.sizing', readiness: 'monolift.server.readiness' } as const;

/** `workspace/executeCommand`. */
export function registerExecuteCommand(session: Session): void {
  session.connection.onExecuteCommand(async ({ command, arguments: given }) => {
    await session.opened;
    switch (command) {
      case serverCommands.scan: return scan(session);
      case serverCommands.generate: return given?.[0] === undefined ? listed(session) : run(session, given[0]);
      case serverCommands.simulation: return simulate(session, given?.[0]);
      case serverCommands.writeAutoscaler: return write(session, given?.[0]);
      case serverCommands.sizing: return size(session, given?.[0]);
      case serverCommands.readiness: return report(session, given?.[0]);
      default: throw new ResponseError(LSPErrorCodes.RequestFailed, `unknown command ${command}`);
    }
  });
}

function run(session: Session, given: unknown): ReturnType<typeof generate> {
  const { kind, target } = (given ?? {}) as { readonly kind?: unknown; readonly target?: unknown };
  if (!isGeneratorKind(kind)) throw new ResponseError(ErrorCodes.InvalidParams, `kind must be one of ${generatorKinds.join(', ')}`);
  return generate(session, { kind, target: typeof target === 'string' ? target : undefined });
}

function simulate(session: Session, given: unknown): Promise<SimulationAnswer> {
  const { target, uri, nonce } = (given ?? {}) as Readonly<Record<string, unknown>>;
  return simulation(session, { ...(typeof target === 'string' ? { target } : {}), ...(typeof uri === 'string' ? { uri } : {}), ...(isNonce(nonce) ? { nonce } : {}) });
}

/** It stands in the markup of a page. */
function isNonce(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]+$/.test(value);
}

function size(session: Session, given: unknown): Promise<SizingAnswer> {
  const { files, target, fields, nonce, create } = (given ?? {}) as Readonly<Record<string, unknown>>;
  const areNumbers = Object.values(fields ?? {}).flat().every((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0);
  if (!Array.isArray(files) || !files.every((file) => typeof file === 'string') || !areNumbers || (fields === undefined && !isNonce(nonce))) throw new ResponseError(ErrorCodes.InvalidParams, 'files, and numbers or a nonce are wanted');
  return sizing(session, { files, ...(typeof target === 'string' ? { target } : {}), ...(fields ? { fields: fields as SizingFields } : {}), ...(isNonce(nonce) ? { nonce } : {}), create: create === true });
}

function report(session: Session, given: unknown): Promise<ReadinessAnswer> {
  const { target, about, nonce } = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (!isNonce(nonce)) throw new ResponseError(ErrorCodes.InvalidParams, 'a nonce is wanted');
  return readiness(session, { nonce, about: about === 'extraction' ? about : 'readiness', ...(typeof target === 'string' ? { target } : {}) });
}

function write(session: Session, given: unknown): Promise<boolean> {
  const { target, knobs } = (given ?? {}) as Readonly<Record<string, unknown>>;
  const numbers = Object.values(knobs ?? {}).every((value) => value === undefined || (Number.isInteger(value) && Number(value) >= 0));
  if (typeof target !== 'string' || typeof knobs !== 'object' || knobs === null || !numbers) throw new ResponseError(ErrorCodes.InvalidParams, 'a target and whole numbers are wanted');
  return writeAutoscaler(session, target, knobs as Knobs);
}

/** Reads every folder again and says what was found. */
async function scan(session: Session): Promise<null> {
  if (!session.enabled || session.folders.length === 0) {
    session.tell('warning', session.say(session.enabled ? words.noFolder : words.disabled));
    return null;
  }
  await Promise.all(session.folders.map((folder) => scanFolder(session, folder)));
  const { state, errors, warnings, infos } = session.status.current();
  const files = session.folders.reduce((sum, { workspace }) => sum + workspace.summary.files, 0);
  if (state === 'ready') session.tell('information', say(words.scanned, session.locale, { files, errors, warnings, infos }));
  return null;
}

import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { say } from '../contract/words.js';
import { generatorKinds, isGeneratorKind } from '../generators/catalogue.js';
import type { Knobs } from '../laboratory/knobs.js';
import { generate, listed } from './generate.js';
import { scanFolder } from './scan.js';
import type { Session } from './session.js';
import { simulation, writeAutoscaler, type SimulationAnswer } from './simulation.js';
import { words } from './words.js';

/** Commands of the server; clients wrap them in commands of their own. */
export const serverCommands = { scan: 'monolift.server.scan', generate: 'monolift.server.generate', simulation: 'monolift.server.simulation', writeAutoscaler: 'monolift.server.writeAutoscaler' } as const;

/** `workspace/executeCommand`. */
export function registerExecuteCommand(session: Session): void {
  session.connection.onExecuteCommand(async ({ command, arguments: given }) => {
    await session.opened;
    switch (command) {
      case serverCommands.scan: return scan(session);
      case serverCommands.generate: return given?.[0] === undefined ? listed(session) : run(session, given[0]);
      case serverCommands.simulation: return simulate(session, given?.[0]);
      case serverCommands.writeAutoscaler: return write(session, given?.[0]);
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
  // The nonce stands in the markup of the page.
  const isWord = typeof nonce === 'string' && /^[\w-]+$/.test(nonce);
  return simulation(session, { ...(typeof target === 'string' ? { target } : {}), ...(typeof uri === 'string' ? { uri } : {}), ...(isWord ? { nonce } : {}) });
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

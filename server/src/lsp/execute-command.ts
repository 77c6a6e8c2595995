import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { say } from '../contract/words.js';
import { generatorKinds, isGeneratorKind } from '../generators/catalogue.js';
import { generate, listed } from './generate.js';
import { scanFolder } from './scan.js';
import type { Session } from './session.js';
import { words } from './words.js';

/** Commands of the server; clients wrap them in commands of their own. */
export const serverCommands = { scan: 'monolift.server.scan', generate: 'monolift.server.generate' } as const;

/** `workspace/executeCommand`. */
export function registerExecuteCommand(session: Session): void {
  session.connection.onExecuteCommand(async ({ command, arguments: given }) => {
    await session.opened;
    switch (command) {
      case serverCommands.scan: return scan(session);
      case serverCommands.generate: return given?.[0] === undefined ? listed(session) : run(session, given[0]);
      default: throw new ResponseError(LSPErrorCodes.RequestFailed, `unknown command ${command}`);
    }
  });
}

function run(session: Session, given: unknown): ReturnType<typeof generate> {
  const { kind, target } = (given ?? {}) as { readonly kind?: unknown; readonly target?: unknown };
  if (!isGeneratorKind(kind)) throw new ResponseError(ErrorCodes.InvalidParams, `kind must be one of ${generatorKinds.join(', ')}`);
  return generate(session, { kind, target: typeof target === 'string' ? target : undefined });
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

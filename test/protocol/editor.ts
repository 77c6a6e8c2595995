import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ApplyWorkspaceEditParams, type ClientCapabilities, type CodeAction, type Diagnostic,
  type InitializeResult, type ProtocolConnection, type PublishDiagnosticsParams, type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { serverFlags } from '../../client/src/server-flags.js';

export const repository = join(import.meta.dirname, '..', '..');
export const serverFile = join(repository, 'dist', 'server.js');
/** Long enough for a slow machine; what is awaited ends the wait at once. */
const patience = 20_000;

/** What VS Code says it can do, as far as the server asks. */
export const everything: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    applyEdit: true, configuration: true, workspaceFolders: true, codeLens: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true }, didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'], changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
      dataSupport: true, resolveSupport: { properties: ['edit'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

export interface EditorOptions {
  /** Roots of the workspace. */
  readonly folders: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: object;
  readonly settings?: object;
}

/** Servers that a failed test left behind would keep the test run from ending. */
const running = new Set<ChildProcess>();
if (typeof after === 'function') after(() => running.forEach((server) => server.kill()));

/** A folder of files that is gone after the test. */
export class TemporaryFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'monolift-protocol-')));

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  copy(folder: string, to: string): void {
    cpSync(join(repository, folder), join(this.path, to), { recursive: true, filter: (path) => !/node_modules|[\\/]target$/.test(path) });
  }

  uri(path = ''): string {
    return pathToFileURL(join(this.path, path)).href;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** An editor on the other end of `dist/server.js --stdio`, started with the flags of the client of VS Code, which remembers what the server tells it. */
export class Editor {
  readonly diagnostics = new Map<string, Diagnostic[]>();
  /** URIs in the order in which diagnostics came. */
  readonly published: string[] = [];
  readonly messages: string[] = [];
  readonly log: string[] = [];
  readonly statuses: { readonly state: string; readonly errors: number; readonly warnings: number; readonly infos: number }[] = [];
  readonly progress: { readonly token: string | number; readonly kind: string }[] = [];
  readonly registrations: string[] = [];
  readonly applied: ApplyWorkspaceEditParams[] = [];
  /** How often the server asked for lenses to be asked for anew. */
  refreshes = 0;
  /** Answer to `workspace/applyEdit`. */
  accepts = true;
  settings: object;
  initialized: InitializeResult | undefined;
  private readonly events = new EventEmitter().setMaxListeners(0);
  private readonly versions = new Map<string, number>();

  private constructor(readonly process: ChildProcess, readonly connection: ProtocolConnection, private readonly options: EditorOptions) {
    this.settings = options.settings ?? {};
  }

  static async start(options: EditorOptions): Promise<Editor> {
    const server = spawn(process.execPath, [...serverFlags, serverFile, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    const editor = new Editor(server, connection, options);
    running.add(server);
    server.once('exit', () => running.delete(server));
    editor.listen();
    await editor.initialize();
    return editor;
  }

  /** Resolves with the first answer of `probe` that is not undefined, asked now and after everything the server sends. */
  async until<T>(what: string, probe: () => T | undefined, milliseconds = patience): Promise<T> {
    const deadline = AbortSignal.timeout(milliseconds);
    for (;;) {
      const answer = probe();
      if (answer !== undefined) return answer;
      try {
        await once(this.events, 'heard', { signal: deadline });
      } catch {
        throw new Error(`Waited in vain for ${what}; diagnostics: ${JSON.stringify([...this.diagnostics])}; messages: ${this.messages.join(' | ')}; log: ${this.log.join(' | ')}`);
      }
    }
  }

  /** Resolves when no scan runs and every folder is complete. */
  ready(milliseconds = patience): Promise<object> {
    return this.until('the end of the scan', () => {
      const last = this.statuses.at(-1);
      return last?.state === 'ready' ? last : undefined;
    }, milliseconds);
  }

  found(uri: string, accept: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    return this.until(`diagnostics of ${uri}`, () => {
      const diagnostics = this.diagnostics.get(uri) ?? [];
      return accept(diagnostics) ? diagnostics : undefined;
    });
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the whole text of an open document. */
  async change(uri: string, text: string): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async touched(uri: string, type: 1 | 2 | 3): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  actions(uri: string, diagnostic: Diagnostic, only?: readonly string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic], ...(only ? { only } : {}) } });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  async stop(): Promise<number | null> {
    const gone = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = (await gone) as [number | null];
    this.connection.dispose();
    return code;
  }

  private async initialize(): Promise<void> {
    const { folders, capabilities = everything, locale = 'en', initializationOptions } = this.options;
    this.initialized = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid, rootUri: null, capabilities, locale, initializationOptions,
      workspaceFolders: folders.map((path) => ({ uri: pathToFileURL(path).href, name: path.split(/[\\/]/).at(-1) ?? path })),
    });
    await this.connection.sendNotification('initialized', {});
  }

  private listen(): void {
    const { connection } = this;
    const hear = <P>(method: string, take: (params: P) => void): void => {
      connection.onNotification(method, (params: P) => {
        take(params);
        this.events.emit('heard');
      });
    };
    hear('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      this.diagnostics.set(uri, diagnostics);
      this.published.push(uri);
    });
    hear('window/showMessage', ({ message }: { message: string }) => this.messages.push(message));
    hear('window/logMessage', ({ message }: { message: string }) => this.log.push(message));
    hear('monolift/status', (status: Editor['statuses'][number]) => this.statuses.push(status));
    hear('$/progress', ({ token, value }: { token: string | number; value: { kind: string } }) => this.progress.push({ token, kind: value.kind }));
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/configuration', () => [this.settings]);
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registrations.push(...registrations.map(({ method }) => method));
      return null;
    });
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.refreshes++;
      this.events.emit('heard');
      return null;
    });
    connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      this.applied.push(params);
      this.events.emit('heard');
      return { applied: this.accepts };
    });
    connection.listen();
  }
}

/** Message of a diagnostic; '' when there is none. */
export function textOf(diagnostic: Diagnostic | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}

/** The texts that an edit leads to, by URI; `texts` says what there is. */
export function applied(edit: WorkspaceEdit, texts: (uri: string) => string | undefined): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  const perFile = edit.documentChanges?.flatMap((change) => ('textDocument' in change ? [{ uri: change.textDocument.uri, edits: change.edits }] : []))
    ?? Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ uri, edits }));
  for (const { uri, edits } of perFile) {
    const text = result.get(uri) ?? texts(uri) ?? '';
    const starts = [...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length);
    const offset = ({ line, character }: { line: number; character: number }): number => (line === 0 ? 0 : (starts[line - 1] ?? text.length)) + character;
    const replacements = edits.map((each) => ({ from: offset(each.range.start), to: offset(each.range.end), text: 'newText' in each ? each.newText : '' }));
    const sorted = replacements.map((each, index) => ({ ...each, index })).sort((a, b) => b.from - a.from || b.index - a.index);
    result.set(uri, sorted.reduce((so, each) => so.slice(0, each.from) + each.text + so.slice(each.to), text));
  }
  return result;
}

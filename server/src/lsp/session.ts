import { TextDocument } from 'vscode-languageserver-textdocument';
import { MessageType, ShowMessageNotification, TextDocuments, type Connection, type WorkspaceFolder } from 'vscode-languageserver/node';
import type { Locale, Localized } from '../contract/words.js';
import { productRuleset } from '../host/ruleset.js';
import type { NamedTest } from '../laboratory/sizing-page.js';
import { AdapterPool } from '../syntax/load.js';
import { noAbilities, type Abilities } from './abilities.js';
import { refreshLenses } from './code-lens.js';
import { Folder } from './folder.js';
import { firstLine } from './log.js';
import { Publisher } from './publish.js';
import { StatusLine } from './status.js';
import { pathBelow, pathOf } from './uris.js';

/** A file of the workspace: the folder it belongs to and its path in there. */
export interface Located {
  readonly folder: Folder;
  readonly path: string;
}

const messageTypes = { information: MessageType.Info, warning: MessageType.Warning, error: MessageType.Error } as const;

/** What the handlers share. */
export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly ruleset = productRuleset();
  readonly adapters = new AdapterPool();
  readonly publisher = new Publisher(this);
  readonly status = new StatusLine(this);
  client: Abilities = noAbilities;
  /** Language of the editor; {@link locale} is what the user chose. */
  editorLocale: Locale = 'en';
  locale: Locale = 'en';
  enabled = true;
  /** Whether the client has the command that lenses run. */
  lenses = false;
  /** What lenses said when the client last asked or was told to ask for them. */
  shownLenses = '[]';
  /** Where results may be kept between sessions; `undefined` when the client names no place. */
  storage: string | undefined;
  /** Folders that the client has open, analysed as {@link folders} once initialized. */
  wanted: readonly WorkspaceFolder[] = [];
  folders: readonly Folder[] = [];
  /** Load tests by their files: they take a while to read, and a page asks again with each number that is typed. */
  readonly loadTests = new Map<string, readonly [NamedTest, ...NamedTest[]]>();
  /** Ends every scan that runs, at shutdown. */
  readonly stopped = new AbortController();
  /** Resolves when the folders are there, though not yet read: requests may come before. */
  readonly opened: Promise<void>;
  private open: () => void = () => undefined;
  private queue: Promise<void> = Promise.resolve();
  private readonly reported = new Set<string>();

  constructor(readonly connection: Connection) {
    this.opened = new Promise((resolve) => {
      this.open = resolve;
    });
  }

  /** Lets requests in. */
  start(): void {
    this.open();
  }

  locate(uri: string): Located | undefined {
    const file = pathOf(uri);
    if (file === undefined) return undefined;
    for (const folder of this.folders) {
      const path = pathBelow(folder.root, file);
      if (path !== undefined) return { folder, path };
    }
    return undefined;
  }

  /** Runs work that concerns a whole folder after all such work before it, so that two scans never compete. */
  enqueue(what: string, work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work).catch((error: unknown) => this.failed(what, error));
    return this.queue;
  }

  failed(what: string, error: unknown): void {
    if (!this.stopped.signal.aborted) this.connection.console.error(`${what} failed: ${firstLine(error)}`);
  }

  /** Publishes what a folder came to, in some files only or in all. */
  concluded(folder: Folder, only?: ReadonlySet<string>): void {
    if (!this.folders.includes(folder)) return;
    this.publisher.publish(folder, only);
    this.status.update();
    refreshLenses(this);
    this.reportFailures(folder);
  }

  /** One log line per rule and file that failed, however often it is analysed. */
  private reportFailures(folder: Folder): void {
    for (const { owner, file, error } of folder.conclusion?.failures ?? []) {
      const line = `${owner} failed on ${file}: ${firstLine(error)}; its other findings stand`;
      if (this.reported.has(line)) continue;
      this.reported.add(line);
      this.connection.console.error(line);
    }
  }

  /** Shows a message that asks nothing. */
  tell(type: keyof typeof messageTypes, message: string): void {
    void this.connection.sendNotification(ShowMessageNotification.type, { type: messageTypes[type], message });
  }

  say(text: Localized): string {
    return text[this.locale];
  }

  stop(): void {
    this.stopped.abort();
  }
}

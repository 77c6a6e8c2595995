/** What a command line says of a process manager. */
export interface Managed {
  readonly tool: string;
  /** The word that names the tool, as it stands. */
  readonly word: string;
  /** Number of workers as written, when it is more than one. */
  readonly count?: string;
  /** Variable that gives the number. */
  readonly setting?: string;
}

const tools = /(?:^|[\s/;&"'])(pm2-runtime|pm2-docker|pm2|forever|supervisord)(?=\s|$|["'])/;
/** Subcommands that look at what runs, or stop it. */
const looking = /^\s*(?:stop|delete|del|logs?|list|ls|kill|monit|monitor|save|flush|status|show|describe|info|startup|unstartup|resurrect|install|set|update|link|plus|ping|cleardump|dump|deploy|report|reset|stopall)\b/;

/** Instances in `-i 4`, `--instances max`, `-i $N`. */
function instances(rest: string): Pick<Managed, 'count' | 'setting'> {
  const given = /\s(?:-i|--instances)[\s=]*("?\$\{?(\w+)[^\s]*|[\w-]+)/.exec(rest);
  if (!given) return {};
  if (given[2] !== undefined) return { setting: given[2] };
  return given[1] === '1' ? {} : { count: given[1] ?? '' };
}

/** The process manager that a command starts; `undefined` when it starts none. */
export function managedBy(command: string): Managed | undefined {
  const found = tools.exec(command);
  const tool = found?.[1];
  if (!found || tool === undefined) return undefined;
  const rest = command.slice(found.index + found[0].length).split(/&&|\|\||;/)[0] ?? '';
  const word = tool;
  if (tool === 'supervisord') return { tool, word };
  if (looking.test(rest.replace(/^["']/, '')) || !/\w/.test(rest)) return undefined;
  // `npm install pm2 -g`, `yarn global add pm2`.
  if (/\b(?:install|add|i)\s[^&|;]*$/.test(command.slice(0, found.index + 1))) return undefined;
  return { tool: tool.startsWith('pm2') ? 'pm2' : tool, word, ...instances(rest) };
}

/** Which message fits what a command says, with its arguments. */
export function sayOf({ tool, count, setting }: Managed): { readonly say: string; readonly args: Readonly<Record<string, string>> } {
  if (count !== undefined) return { say: 'workers', args: { tool, count } };
  return setting !== undefined ? { say: 'setting', args: { tool, setting } } : { say: 'manager', args: { tool } };
}

/** Whether a number of pm2's instances, as written in its file, means more than one process. */
export function isSeveral(instances: string): boolean {
  return !/^(?:1|)$/.test(instances.trim().replace(/['"]/g, ''));
}

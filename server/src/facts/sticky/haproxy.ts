import { factMatcher, type Edit, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { removeStatement, removeWords } from '../../syntax/lines/edit.js';
import { readHaproxy, type HaproxyLine, type HaproxySection } from '../../syntax/server/haproxy.js';
import { backendOf, distinctBackends, type ServerSticky, type StickyPlace } from './kinds.js';
import { isWebPort, portOf, proxyFiles } from './ports.js';

/** What of a request names the client. */
function fetchBy(fetch: string): ServerSticky['by'] | undefined {
  if (/^(?:req\.|res\.|s)?(?:cook|hdr\(cookie|hdr\(set-cookie)/i.test(fetch)) return 'cookie';
  if (/^src\b|^hdr(?:_ip)?\((?:x-forwarded-for|x-real-ip)|^req\.hdr_ip/i.test(fetch)) return 'address';
  return /^(?:url_param|urlp|req\.hdr|hdr|payload|ssl_fc_session_id|req\.ssl_|path_sub)/i.test(fetch) && /session|sid\b|sess|user|uid|token|auth|payload|jsession/i.test(fetch) ? 'key' : undefined;
}

interface Found {
  readonly by: ServerSticky['by'];
  readonly via: string;
}

function textOf(line: HaproxyLine, from: number, to?: number): string {
  return line.words.slice(from, to).map(({ text }) => text).join(' ');
}

/** A server is chosen by the cookie only if it has a value of it, or gets one; an empty section of defaults tells of others. */
function hasCookies(section: HaproxySection, all: readonly HaproxySection[]): boolean {
  const holders = section.kind === 'defaults' ? all : [section];
  return holders.some(({ lines }) => lines.some(({ words: [first, ...rest] }) => (first?.text === 'dynamic-cookie-key') || (/^(?:server|server-template|default-server)$/.test(first?.text ?? '') && rest.some(({ text }) => text === 'cookie'))));
}

function stickyBy(line: HaproxyLine, section: HaproxySection, all: readonly HaproxySection[]): Found | undefined {
  const [name, first, second] = line.words.map(({ text }) => text);
  if (name === 'cookie' && first !== undefined && hasCookies(section, all)) return { by: 'cookie', via: textOf(line, 0, 3) };
  if (name === 'appsession' && first !== undefined) return { by: 'cookie', via: `appsession ${first}` };
  if (name === 'stick' && /^(?:on|match|store-request|store-response)$/.test(first ?? '')) {
    const by = fetchBy(second ?? '');
    return by && { by, via: textOf(line, 0, 3) };
  }
  if (name !== 'balance') return undefined;
  if (first === 'source') return { by: 'address', via: 'balance source' };
  const by = fetchBy(first === 'hash' ? (second ?? '') : textOf(line, 1, 3).replace(/^url_param /, 'url_param('));
  return by && { by, via: textOf(line, 0, 3) };
}

/** Mode of a section: its own, or that of the defaults before it. HAProxy's own default is TCP. */
function isTcp(section: HaproxySection, all: readonly HaproxySection[]): boolean {
  const before = all.slice(0, all.indexOf(section)).reverse().find(({ kind }) => kind === 'defaults');
  const mode = [section, before].flatMap((each) => each?.lines.filter(({ words: [first] }) => first?.text === 'mode') ?? [])[0];
  return (mode?.words[1]?.text ?? 'tcp') === 'tcp';
}

/** A balancer before the nodes of a cluster, whose own API it serves as well, sends connections to the cluster's routers. */
function isForCluster(all: readonly HaproxySection[]): boolean {
  return all.some(({ lines }) => lines.some(({ words }) => words[0]?.text === 'server' && /:(?:6443|22623)$/.test(words[2]?.text ?? '')));
}

const stickLine = /^(?:stick|stick-table)$/;

/** What goes with the setting: values of the cookie at the servers, other rules and the table of the same section. */
function removal(section: HaproxySection, line: HaproxyLine): (file: string, text: string) => readonly Edit[] {
  const [name] = line.words.map(({ text }) => text);
  return (file, text) => {
    if (name === 'cookie') {
      const values = section.lines.filter(({ words: [first] }) => /^(?:server|server-template|default-server)$/.test(first?.text ?? '')).flatMap(({ words }) => {
        const at = words.findIndex((word, index) => index > 1 && word.text === 'cookie');
        const [key, value] = [words[at], words[at + 1]];
        return at > 0 && key && value ? [{ start: key.start, end: value.end }] : [];
      });
      return [removeStatement(file, text, line), ...removeWords(file, text, values)];
    }
    const counts = /\b(?:track-sc\d|sc\d?_|table_)/.test(text);
    const lines = name === 'stick' ? section.lines.filter(({ words: [first] }) => first !== undefined && stickLine.test(first.text) && !(first.text === 'stick-table' && counts)) : [line];
    return lines.map((each) => removeStatement(file, text, each));
  };
}

function inSection(section: HaproxySection, all: readonly HaproxySection[]): readonly StickyPlace[] {
  const servers = section.lines.filter(({ words: [first] }) => first?.text === 'server' || first?.text === 'server-template').map(({ words }) => words[words[0]?.text === 'server' ? 2 : 3]?.text ?? '');
  const templated = section.lines.some(({ words: [first] }) => first?.text === 'server-template' || /^\{[%{]|^<%/.test(first?.text ?? ''));
  if (servers.length === 1 && !templated && section.kind !== 'defaults') return [];
  const ports = servers.flatMap((server) => portOf(server) ?? []);
  const foreign = section.kind !== 'defaults' && isTcp(section, all) && ports.length > 0 && (!ports.some(isWebPort) || isForCluster(all));
  const found = section.lines.flatMap((line) => {
    const sticky = stickyBy(line, section, all);
    return sticky ? [{ line, sticky }] : [];
  });
  // Rules that match and store are one setting; a cookie and a hash are two.
  return found.filter(({ line }, index) => found.findIndex((other) => other.line.words[0]?.text === line.words[0]?.text) === index).map(({ line, sticky: { by, via } }) => ({
    at: { start: line.start, end: line.words[Math.min(1, line.words.length - 1)]?.end ?? line.end },
    value: { balancer: 'HAProxy', via, by, backends: distinctBackends(servers.map(backendOf)), ...(foreign ? { foreign } : {}) },
    remove: removal(section, line),
  }));
}

/** Sticky backends of a HAProxy configuration that begins at an offset of a file. */
export function stickyInHaproxy(text: string, offset = 0): readonly StickyPlace[] {
  const all = readHaproxy(text, offset);
  return all.filter(({ kind }) => kind === 'defaults' || kind === 'backend' || kind === 'listen').flatMap((section) => inSection(section, all));
}

/** `server.sticky` of HAProxy. */
export const stickyHaproxyFacts: FactExtractor = {
  kinds: ['server.sticky'],
  matchers: [factMatcher({
    language: 'lines', files: proxyFiles, needles: [[/^\s*(?:backend|listen|defaults)\b/m, /^\s*(?:cookie|appsession|stick|balance)\s/m]],
    on: {
      file(_node, cx: FactFileContext) {
        for (const { at, value } of stickyInHaproxy(cx.text)) cx.emit('server.sticky', at, value);
      },
    },
  })],
};

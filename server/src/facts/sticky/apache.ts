import { factMatcher, type Edit, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { removeStatement, removeWords } from '../../syntax/lines/edit.js';
import { readApache, type ApacheDirective } from '../../syntax/server/apache.js';
import type { ConfigWord } from '../../syntax/server/words.js';
import { backendOf, distinctBackends, type StickyBackend, type StickyPlace } from './kinds.js';
import { proxyFiles } from './ports.js';

const balancer = /^balancer:\/\/([\w.-]+)/i;

/** The balancer that a directive belongs to: the one it names, or the section around it. */
function balancerOf({ args, sections }: ApacheDirective): string | undefined {
  return [...args.map(({ text }) => text), ...[...sections].reverse().flatMap((section) => section.args.map(({ text }) => text))].map((text) => balancer.exec(text)?.[1]).find((name) => name !== undefined);
}

function membersOf(all: readonly ApacheDirective[], name: string | undefined): readonly StickyBackend[] {
  const members = all.filter((directive) => /^BalancerMember$/i.test(directive.name) && (name === undefined || balancerOf(directive) === name));
  return distinctBackends(members.map(({ args }) => backendOf(args.map(({ text }) => text).find((text) => /^(?:https?|ajps?|wss?|h2c?):\/\//i.test(text)) ?? '.')));
}

/** Parameters that mean nothing without `stickysession`. */
const beside = /^(?:stickysession|stickysessionsep|nofailover|scolonpathdelim)=/i;

/** The cookie that names the member: `Header add Set-Cookie "ROUTEID=.%{BALANCER_WORKER_ROUTE}e; path=/" env=BALANCER_ROUTE_CHANGED`. */
function isRouteCookie({ name, args }: ApacheDirective, cookie: string): boolean {
  return /^Header$/i.test(name) && args.some(({ text }) => text.startsWith(`${cookie}=`) && text.includes('BALANCER_WORKER_ROUTE'));
}

function removal(all: readonly ApacheDirective[], directive: ApacheDirective, cookie: string): (file: string, text: string) => readonly Edit[] | undefined {
  return (file, text) => {
    // What is spread over several lines is left to who wrote it so.
    if (text.slice(directive.start, directive.end).includes('\n')) return undefined;
    const words = directive.args.filter((arg) => beside.test(arg.text));
    const others = all.filter((each) => each !== directive && each.args.some((arg) => arg.text.toLowerCase().startsWith(`stickysession=${cookie.toLowerCase()}`)));
    const cookies = others.length > 0 ? [] : all.filter((each) => isRouteCookie(each, cookie));
    return [
      ...(words.length === directive.args.length ? [removeStatement(file, text, directive)] : removeWords(file, text, words)),
      ...cookies.map((each) => removeStatement(file, text, each)),
    ];
  };
}

function fromParameter(all: readonly ApacheDirective[], directive: ApacheDirective, word: ConfigWord): StickyPlace {
  const [, name = ''] = /^stickysession=(.*)$/i.exec(word.text) ?? [];
  return {
    at: { start: word.start, end: word.end },
    value: { balancer: 'Apache httpd', via: `stickysession=${name}`, by: 'cookie', backends: membersOf(all, balancerOf(directive)) },
    remove: removal(all, directive, name.split('|')[0] ?? name),
  };
}

/** WebLogic's plug-in sends each session to the server that made it, and knows no switch for that. */
function fromPlugIn({ args: [hosts], start, name }: ApacheDirective): readonly StickyPlace[] {
  const servers = hosts?.text.split(/[,|]/) ?? [];
  if (servers.length < 2) return [];
  return [{ at: { start, end: start + name.length }, value: { balancer: 'WebLogic plug-in', via: 'WebLogicCluster', by: 'cookie', backends: distinctBackends(servers.map(backendOf)) } }];
}

/** Sticky balancers of an Apache httpd configuration that begins at an offset of a file. */
export function stickyInApache(text: string, offset = 0): readonly StickyPlace[] {
  const all = readApache(text, offset);
  return all.flatMap((directive) => {
    if (/^WebLogicCluster$/i.test(directive.name)) return fromPlugIn(directive);
    const word = /^(?:ProxyPass|ProxyPassMatch|ProxySet|Proxy|BalancerMember)$/i.test(directive.name) ? directive.args.find((arg) => /^stickysession=./i.test(arg.text)) : undefined;
    return word ? [fromParameter(all, directive, word)] : [];
  });
}

/** `server.sticky` of Apache httpd. */
export const stickyApacheFacts: FactExtractor = {
  kinds: ['server.sticky'],
  matchers: [factMatcher({
    language: 'lines', files: proxyFiles, needles: [[/stickysession=/i], ['WebLogicCluster']],
    on: {
      file(_node, cx: FactFileContext) {
        for (const { at, value } of stickyInApache(cx.text)) cx.emit('server.sticky', at, value);
      },
    },
  })],
};

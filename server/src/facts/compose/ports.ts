import type { Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { below, items, pairOf, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { rangeOf, written } from '../kubernetes/document.js';
import { interpolate } from './interpolate.js';
import type { ComposePort } from './kinds.js';

/** `[address:][host]:container`; colons inside variables and IPv6 addresses do not count. Without a colon, Docker chooses the host's port. */
const short = /^(?:(?:\[[^\]]*\]|[^:[\]]*):)?([^:]*):([^:]+)$/;

function range(text: string): readonly [number, number] | undefined {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2] ?? match[1])] : undefined;
}

function shortPort(cx: FactFileContext, node: YamlNode, value: string): ComposePort | undefined {
  const whole = interpolate(value);
  const match = short.exec(whole.text.replace(/\/(?:tcp|udp|sctp)$/i, ''));
  const host = match?.[1] ?? '';
  if (!match || host === '') return undefined;
  const target = range(match[2] ?? '');
  const ports = range(host);
  // `9000-9002:9000-9002` opens each port of the container at one port of the host.
  const paired = target !== undefined && target[1] > target[0];
  const before = value.slice(0, lastColon(value));
  const own = interpolate(before.slice(lastColon(before) + 1));
  return {
    at: rangeOf(cx, span(node)), form: 'short',
    ...(target ? { target: target[0] } : {}),
    ...(ports ? { host: paired ? [ports[0], ports[0]] : ports } : {}),
    ...(own.variables.length > 0 ? { variable: own.variables.at(-1) } : {}),
  };
}

/** Where the container's port begins, less the colon; colons inside `${…}` do not count. */
export function lastColon(value: string): number {
  let depth = 0;
  for (let at = value.length - 1; at >= 0; at--) {
    if (value[at] === '}') depth++;
    else if (value[at] === '{') depth--;
    else if (value[at] === ':' && depth === 0) return at;
  }
  return -1;
}

function longPort(cx: FactFileContext, doc: Document.Parsed, node: YamlNode): ComposePort | undefined {
  const published = pairOf(doc, node, 'published');
  const value = interpolate(written(published?.value ?? undefined) ?? '');
  // `0` and an empty text leave the choice to Docker.
  if (!published?.value || (value.known && /^0?$/.test(value.text))) return undefined;
  const target = range(interpolate(written(below(doc, node, 'target')) ?? '').text);
  const host = range(value.text);
  return {
    at: rangeOf(cx, span(published.key)), form: 'long',
    ...(target ? { target: target[0] } : {}),
    ...(host ? { host } : {}),
    ...(value.variables.length > 0 ? { variable: value.variables.at(-1) } : {}),
  };
}

/** Ports that a service opens on the host; those that only other containers see are left out. */
export function portsOf(cx: FactFileContext, doc: Document.Parsed, ports: YamlNode | undefined): readonly ComposePort[] {
  return items(doc, ports).flatMap((node) => {
    const value = written(node);
    return (value === undefined ? longPort(cx, doc, node) : shortPort(cx, node, value)) ?? [];
  });
}

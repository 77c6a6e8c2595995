import type { Document } from 'yaml';
import { dirname, join } from '../../base/paths.js';
import type { FactFileContext } from '../../contract/rule.js';
import { below, entries, items, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { rangeOf, written } from '../kubernetes/document.js';
import { interpolate } from './interpolate.js';
import type { ComposeMount, ComposeVolume, ComposeVolumeKind } from './kinds.js';

/** `source:target:mode` taken apart; a colon behind a drive letter belongs to the path. */
const short = /^((?:[A-Za-z]:(?=[\\/]))?[^:]*):(\/[^:]*|\u2047[^:]*)(?::([\w,]*))?$/;

function kindOf(source: string): ComposeVolumeKind {
  if (/^(?:[./~\\]|[A-Za-z]:[\\/])/.test(source)) return 'bind';
  return source.includes('\u2047') ? (/[/\\]/.test(source) ? 'bind' : 'unknown') : 'volume';
}

/** Folders of the workspace by their path in it; others as written. */
function sourceOf(cx: FactFileContext, source: string, kind: ComposeVolumeKind): string {
  return kind === 'bind' && source.startsWith('.') ? (join(dirname(cx.path), source) ?? source) : source;
}

function shortMount(cx: FactFileContext, node: YamlNode, value: string): ComposeMount {
  const filled = interpolate(value);
  const [, source, target, mode] = short.exec(filled.text) ?? [];
  const at = rangeOf(cx, span(node));
  if (source === undefined || source === '') return { kind: 'anonymous', readOnly: false, at, form: 'short', ...(filled.text.startsWith('/') ? { target: filled.text } : {}) };
  const kind = kindOf(source);
  const variables = interpolate(value.slice(0, value.lastIndexOf(':/'))).variables;
  return {
    kind, source: sourceOf(cx, source, kind), readOnly: /(?:^|,)ro(?:,|$)/.test(mode ?? ''), at, form: 'short',
    ...(target?.startsWith('/') ? { target } : {}),
    ...(variables.length > 0 ? { variable: variables.at(-1) } : {}),
  };
}

function longMount(cx: FactFileContext, doc: Document.Parsed, node: YamlNode): ComposeMount | undefined {
  const read = (key: string): string | undefined => written(below(doc, node, key));
  const type = read('type');
  const source = interpolate(read('source') ?? read('src') ?? '');
  const target = interpolate(read('target') ?? read('dst') ?? read('destination') ?? '');
  const place = below(doc, node, 'source') ?? below(doc, node, 'src') ?? below(doc, node, 'target') ?? below(doc, node, 'type');
  if (type === undefined || !place) return undefined;
  const kind = type === 'bind' ? 'bind' : type === 'volume' ? (source.text === '' ? 'anonymous' : 'volume') : 'tmpfs';
  return {
    kind, readOnly: read('read_only') === 'true', at: rangeOf(cx, span(place)), form: 'long',
    ...(source.text === '' ? {} : { source: sourceOf(cx, source.text, kind) }),
    ...(target.text.startsWith('/') ? { target: target.text } : {}),
    ...(source.variables.length > 0 ? { variable: source.variables.at(-1) } : {}),
  };
}

/** What a service mounts, in order. */
export function mountsOf(cx: FactFileContext, doc: Document.Parsed, volumes: YamlNode | undefined): readonly ComposeMount[] {
  return items(doc, volumes).flatMap((node) => {
    const value = written(node);
    return (value === undefined ? longMount(cx, doc, node) : shortMount(cx, node, value)) ?? [];
  });
}

/** Paths of the container that are kept for writing, by volumes or folders of the host. */
export function keptPaths(mounts: readonly ComposeMount[]): readonly string[] {
  return mounts.flatMap(({ kind, readOnly, target }) => (target !== undefined && !readOnly && ['bind', 'volume', 'unknown'].includes(kind) ? [target] : []));
}

const networkTypes = /^(?:nfs4?|cifs|smb\w*|glusterfs|ceph(?:fs)?|fuse\.\w+|lustre|davfs|9p)$/;

function placeOf(doc: Document.Parsed, value: YamlNode | undefined): ComposeVolume['place'] {
  const external = below(doc, value, 'external');
  if (external && written(external) !== 'false') return 'unknown';
  const driver = interpolate(written(below(doc, value, 'driver')) ?? 'local').text;
  if (driver !== 'local') return 'unknown';
  const type = interpolate(written(below(doc, value, 'driver_opts', 'type')) ?? '').text;
  return networkTypes.test(type) ? 'network' : type.includes('\u2047') ? 'unknown' : 'local';
}

/** `compose.volume` of the top of a file. */
export function emitVolumes(cx: FactFileContext, doc: Document.Parsed): void {
  for (const { key, keyNode, value } of entries(doc, below(doc, doc.contents ?? undefined, 'volumes'))) {
    cx.emit('compose.volume', span(keyNode), { name: key, place: placeOf(doc, value), plain: entries(doc, value).length === 0 });
  }
}

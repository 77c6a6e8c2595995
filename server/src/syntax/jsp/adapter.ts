import type { JspPart, XmlAttribute } from '../../contract/nodes.js';
import type { Adapter, Parsed } from '../adapter.js';

/**
 * A text reader, not a grammar: it finds the parts of a JSP that can hold state (scriptlets, declarations, expressions,
 * prefixed tags, directives, expression language) and leaves the HTML between them unread.
 */
const part = new RegExp(
  [
    '(?<comment><%--[^]*?(?:--%>|$))',
    '<%@\\s*(?<directive>[\\w:.-]+)(?<directiveAttributes>[^]*?)%>',
    '<%(?<sigil>[!=]?)(?<code>[^]*?)(?:%>|$)',
    '<(?<tag>\\w+:[\\w.-]+)(?<tagAttributes>(?:"[^"]*"|\'[^\']*\'|[^"\'>])*)>',
    '[$#]\\{(?<el>[^{}]*)\\}',
  ].join('|'),
  'dg',
);
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/dg;

function attributesOf(text: string, offset: number): readonly XmlAttribute[] {
  return [...text.matchAll(attribute)].map((match) => {
    const value = match.indices?.[2] ?? match.indices?.[3] ?? [0, 0];
    return {
      name: match[1] ?? '',
      value: match[2] ?? match[3] ?? '',
      start: offset + match.index,
      end: offset + match.index + match[0].length,
      valueSpan: { start: offset + value[0], end: offset + value[1] },
    };
  });
}

function toPart(match: RegExpMatchArray & { index: number }): readonly JspPart[] {
  const groups = match.groups ?? {};
  const at = match.indices?.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const named = (kind: 'tag' | 'directive', name: string, nameAt: [number, number], attributesAt: [number, number], written: string): JspPart => ({
    kind, name, start, end,
    nameSpan: { start: nameAt[0], end: nameAt[1] },
    attributes: attributesOf(written, attributesAt[0]),
  });
  if (groups['directive'] && at['directive'] && at['directiveAttributes']) {
    return [named('directive', groups['directive'], at['directive'], at['directiveAttributes'], groups['directiveAttributes'] ?? '')];
  }
  if (groups['tag'] && at['tag'] && at['tagAttributes']) {
    const tag = named('tag', groups['tag'], at['tag'], at['tagAttributes'], groups['tagAttributes'] ?? '');
    return [tag, ...expressionsIn(groups['tagAttributes'] ?? '', at['tagAttributes'][0])];
  }
  if (groups['el'] !== undefined && at['el']) {
    return [{ kind: 'el', code: groups['el'], codeSpan: { start: at['el'][0], end: at['el'][1] }, start, end }];
  }
  if (groups['code'] !== undefined && at['code']) {
    const kind = groups['sigil'] === '!' ? 'declaration' : groups['sigil'] === '=' ? 'expression' : 'scriptlet';
    return [{ kind, code: groups['code'], codeSpan: { start: at['code'][0], end: at['code'][1] }, start, end }];
  }
  return [];
}

function expressionsIn(written: string, offset: number): readonly JspPart[] {
  return [...written.matchAll(/[$#]\{([^{}]*)\}/g)].map((match) => {
    const start = offset + match.index;
    return { kind: 'el', code: match[1] ?? '', codeSpan: { start: start + 2, end: start + match[0].length - 1 }, start, end: start + match[0].length };
  });
}

function parse(text: string): Parsed<'jsp'> {
  return {
    problems: [],
    visit(keys, each) {
      for (const match of text.matchAll(part)) {
        for (const found of toPart(match as RegExpMatchArray & { index: number })) if (keys.has(found.kind)) each(found.kind, found);
      }
    },
    dispose() {},
  };
}

export const jspAdapter: Adapter<'jsp'> = { language: 'jsp', parse };

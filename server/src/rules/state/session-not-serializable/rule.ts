import type { Fix, ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/java/type.js';
import type {} from '../../../facts/session/stored.js';
import { implementSerializable } from '../../../syntax/java/edit.js';
import { serializableEdits } from '../../../syntax/java/serializable.js';

type TypeFact = Fact<'java.type'>;

/** Supertypes from libraries of which it is known that they say nothing of serialization. */
const plain = /^(?:java\.lang\.(?:Object|Comparable|Cloneable|Runnable|Iterable|AutoCloseable)|java\.util\.(?:Iterator|Observable|Observer|EventListener)|java\.io\.Closeable|java\.security\.Principal|(?:javax|jakarta)\.servlet\.http\.HttpSession(?:Binding|Activation)Listener)$/;
const throwable = /(?:Exception|Error|Throwable)$/;

/** Whether objects of the type can be serialized; `undefined` when that depends on a type outside the workspace. */
function isSerializable(type: TypeFact, known: ReadonlyMap<string, TypeFact>, seen: ReadonlySet<string> = new Set()): boolean | undefined {
  const { name, kind, supertypes } = type.value;
  if (kind === 'enum') return true;
  const visited = new Set([...seen, name]);
  const answers = supertypes.map((names): boolean | undefined => {
    if (names.some((each) => /(?:^|\.)(?:Serializable|Externalizable)$/.test(each) || throwable.test(each))) return true;
    const own = names.map((each) => known.get(each)).find((found) => found !== undefined);
    if (own) return visited.has(own.value.name) ? false : isSerializable(own, known, visited);
    return names.some((each) => plain.test(each) || plain.test(`java.lang.${each.slice(each.lastIndexOf('.') + 1)}`)) ? false : undefined;
  });
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** How many places of storing a finding points to. */
const shown = 3;

function check(type: TypeFact, cx: ProjectContext): void {
  const { name, kind, abstract } = type.value;
  if (abstract || kind === 'interface' || kind === 'enum') return;
  const stored = cx.facts('session.stored').filter(({ value }) => value.types.includes(name));
  if (stored.length === 0) return;
  const known = new Map(cx.facts('java.type').map((fact) => [fact.value.name, fact]));
  if (isSerializable(type, known) !== false) return;
  const attribute = stored.find(({ value }) => value.attribute !== '')?.value.attribute;
  cx.report({
    say: attribute === undefined ? 'scoped' : 'stored',
    args: { type: name.slice(name.lastIndexOf('.') + 1), attribute: attribute ?? '' },
    also: stored.filter(({ file, range }) => file !== type.file || range.start !== type.range.start).slice(0, shown).map(({ file, range }) => ({ file, range, say: 'here' })),
  });
}

const types: ProjectCheck<'java.type'> = { subject: 'java.type', reads: ['session.stored', 'java.type'], check };

const addSerializable: Fix = {
  key: 'serializable',
  title: { en: 'Implement Serializable', ko: 'Serializable 구현' },
  safety: 'review',
  edits({ finding: { file, range, args }, text, model }) {
    const written = text(file);
    if (written === undefined) return undefined;
    const packageName = /^\s*package\s+([\w.]+)\s*;/m.exec(written)?.[1];
    // What the object holds goes along with it, and fails just as well.
    const edits = serializableEdits({ files: model.files, text }, [`${packageName === undefined ? '' : `${packageName}.`}${args['type']}`]);
    return edits.some((edit) => edit.do === 'replace' && edit.file === file) ? edits : implementSerializable(file, written, range.end);
  },
};

export const rule: Rule = {
  meta: {
    id: 'state/session-not-serializable',
    title: { en: 'Session object that cannot leave the process', ko: '직렬화할 수 없는 세션 객체' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'session', 'java'],
  },
  messages: {
    stored: {
      en: '{type} is kept in the HTTP session ("{attribute}") but is not Serializable: as soon as sessions are shared between replicas, storing it fails with NotSerializableException.',
      ko: 'HTTP 세션("{attribute}")에 저장하는 {type} 클래스가 Serializable이 아닙니다. 레플리카 간에 세션을 공유하면 저장할 때 NotSerializableException이 발생합니다.',
    },
    scoped: {
      en: '{type} lives in the HTTP session but is not Serializable: as soon as sessions are shared between replicas, storing it fails with NotSerializableException.',
      ko: 'HTTP 세션에 보관되는 {type} 클래스가 Serializable이 아닙니다. 레플리카 간에 세션을 공유하면 저장할 때 NotSerializableException이 발생합니다.',
    },
    here: { en: 'stored here', ko: '여기에서 세션에 저장합니다' },
  },
  project: [types],
  fixes: [addSerializable],
};

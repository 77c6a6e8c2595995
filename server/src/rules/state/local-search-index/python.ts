import type { ProjectCheck, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { PythonSetting } from '../../../facts/python/setting.js';
import { localValues } from '../../../facts/python/settings.js';
import { argument, calledName, calleeSpan, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

function judge({ value }: PythonSetting): 'local' | 'shared' | undefined {
  if (value === undefined) return undefined;
  return /whoosh|xapian/i.test(value) ? 'local' : 'shared';
}

/** Whoosh and Xapian behind Haystack. */
export const pythonHaystack: ProjectCheck<'python.setting'> = {
  subject: 'python.setting',
  reads: [],
  check(subject, { model, report }) {
    const { key, value = '' } = subject.value;
    if (!/^HAYSTACK_CONNECTIONS\.[\w-]+\.ENGINE$/.test(key) || judge(subject.value) !== 'local') return;
    const found = localValues(model, subject.file, key, judge).find(({ fact }) => fact === subject);
    if (found) report({ say: 'setting', args: { setting: key, value }, ...(found.setting === undefined ? {} : { severity: 'info' as const }) });
  },
};

const openers: Readonly<Record<string, string>> = {
  'whoosh.index.create_in': 'Whoosh', 'whoosh.index.open_dir': 'Whoosh', 'faiss.write_index': 'FAISS', 'faiss.read_index': 'FAISS', 'annoy.AnnoyIndex': 'Annoy', 'chromadb.PersistentClient': 'Chroma', 'tantivy.Index': 'Tantivy',
};

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const library = openers[calledName(cx, call)];
  // An index that is only read comes with the image.
  if (library === undefined || isDevelopmentOnly(cx, call) || isCommandLine(cx, call) || !writes.test(cx.text)) return;
  // Without a folder it lies in memory, for tests or for one question.
  if (library === 'Tantivy' && !argument(call, 'path', 1)) return;
  cx.report({ at: calleeSpan(call), say: 'python', args: { library }, cause: `index ${library}` });
}

const writes = /create_in|\.writer\(|write_index|\.add_document|\.upsert\(|PersistentClient|\.save\(|add_items?\(/;

export const pythonIndex = ruleMatcher({ language: 'python', needles: [['whoosh'], ['faiss'], ['annoy'], ['chromadb'], ['tantivy']], on: { call: onCall } });

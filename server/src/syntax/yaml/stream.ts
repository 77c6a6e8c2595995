import { isDocument, parseAllDocuments } from 'yaml';
import type { YamlDocument } from '../../contract/nodes.js';
import { maskTemplate } from './helm.js';

/** The documents of a YAML (or JSON) text, in order. Offsets are those of the text given. */
export function readStream(text: string): { readonly documents: readonly YamlDocument[]; readonly templated: boolean } {
  const { text: masked, templated } = maskTemplate(text);
  // Keys that repeat are an error for Kubernetes but common in hand-written files; the reader's data must not be lost for it.
  const parsed = parseAllDocuments(masked, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  const documents = Array.isArray(parsed) ? parsed.filter((document) => isDocument(document)) : [];
  return { documents: documents.map((doc, index) => ({ doc, index, templated })), templated };
}

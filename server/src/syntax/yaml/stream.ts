import { isDocument, parseAllDocuments, visit, type Document } from 'yaml';
import type { YamlDocument } from '../../contract/nodes.js';
import { render, type ChartData, type Rendered } from '../helm/render.js';
import { readTemplate } from '../helm/template.js';
import { maskTemplate } from './helm.js';

export interface Stream {
  readonly documents: readonly YamlDocument[];
  /** Whether anything in the text is a template that was not filled in. */
  readonly templated: boolean;
}

/**
 * The documents of a YAML (or JSON) text, in order. A template of a chart is filled in with what the chart gives; without
 * one, its actions are masked. Offsets are those of the text given.
 */
export function readStream(text: string, chart?: ChartData): Stream {
  const template = chart && text.includes('{{') ? readTemplate(text) : undefined;
  const rendered = template && chart ? render(template, chart) : undefined;
  if (rendered) return filledIn(rendered);
  const { text: masked, templated } = maskTemplate(text);
  return { documents: parsed(masked).map((doc, index) => ({ doc: unsureIf(templated, doc), index, templated })), templated };
}

function parsed(text: string): readonly Document.Parsed[] {
  // Keys that repeat are an error for Kubernetes but common in hand-written files; the reader's data must not be lost for it.
  const found = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  return Array.isArray(found) ? found.filter((document) => isDocument(document)) : [];
}

type WithKnobs = Document.Parsed & { knobs?: readonly number[]; unsure?: boolean };

function unsureIf(unsure: boolean, doc: WithKnobs): Document.Parsed {
  doc.unsure = unsure;
  return doc;
}

/** Whether parts of a template may be absent, or hold something else, when it is deployed. */
export function isUnsure(doc: Document.Parsed): boolean {
  return (doc as WithKnobs).unsure === true;
}

/** Places of a filled-in template where a value that is empty now would add something. */
export function knobsOf(doc: Document.Parsed): readonly number[] {
  return (doc as WithKnobs).knobs ?? [];
}

function filledIn({ text, source, unsure, knobs }: Rendered): Stream {
  const documents = parsed(text).map((doc, index): YamlDocument => {
    const [start, , end] = doc.contents?.range ?? doc.range;
    const templated = doc.errors.length > 0 || unsure.some((each) => each.start <= end && (each.end > start || (each.start === each.end && each.end >= start)));
    (doc as WithKnobs).knobs = knobs.filter((place) => place >= start && place <= end).map((place) => source(place, 'start'));
    visit(doc, { Node: (_key, node) => { moveTo(node, source); } });
    return { doc: unsureIf(templated, doc), index, templated };
  });
  // What a template comes to is no text that a person wrote: its errors are not told.
  return { documents, templated: true };
}

/** Gives a node the place in the template that it comes from. */
function moveTo(node: { range?: readonly [number, number, number] | null | undefined }, source: Rendered['source']): void {
  if (!node.range) return;
  const [start, value, end] = node.range;
  node.range = [source(start, 'start'), source(value, 'end'), source(end, 'end')];
}

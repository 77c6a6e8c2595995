import type { Json } from '../../base/json.js';
import { say, type Locale } from '../../contract/words.js';
import type { ModuleGraph } from '../graph/graph.js';
import type { Statement } from '../statement.js';
import type { Candidate, Extraction } from './candidate.js';
import { clusterEdges } from './mermaid.js';
import { measure } from './metrics.js';
import type { Partition } from './partition.js';

/** Version of the shape below; it grows when a program that reads it would have to change. */
export const extractionVersion = 1;

/** A cut with its candidates for programs. Measures that nothing was found for are null; sentences are in one language, with their places. */
export function extractionJson(application: string, graph: ModuleGraph, partition: Partition, { candidates, refusal, passedOver }: Extraction, locale: Locale): Json {
  const { services, interCalls, structuralModularity, interfaceNumber, nonExtremeDistribution, transactionPurity } = measure(graph, partition);
  return {
    version: extractionVersion, application,
    partition: partition.of,
    clusters: partition.clusters.map(({ name, kind, units, tables }) => ({ name, kind, units, tables })),
    edges: clusterEdges(graph, partition).map(({ from, to, calls }) => ({ from, to, calls })),
    metrics: {
      services, interPartitionCalls: rounded(interCalls), structuralModularity: rounded(structuralModularity), interfaceNumber: rounded(interfaceNumber),
      nonExtremeDistribution: rounded(nonExtremeDistribution), transactionPurity: rounded(transactionPurity),
    },
    candidates: candidates.map((candidate) => candidateJson(candidate, locale)),
    passedOver: passedOver.map(({ name, reason }) => ({ name, reason: sentence(reason, locale) })),
    ...(refusal ? { refusal: sentence(refusal, locale) } : {}),
    unread: graph.unread,
  };
}

const rounded = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value * 1000) / 1000);

function sentence({ text, args, evidence }: Statement, locale: Locale): Json {
  return { text: say(text, locale, args), evidence: evidence.map(({ file, line }) => ({ file, line })) };
}

function candidateJson(candidate: Candidate, locale: Locale): Json {
  const { name, units, lines, tables, routes, prefix, inbound, outbound, references, shared, transactions, signIn, reasons, risks, effort } = candidate;
  const place = ({ file, line }: { readonly file: string; readonly line: number }): Json => ({ file, line });
  return {
    name, effort: { size: effort.size, reason: say(effort.reason.text, locale, effort.reason.args) }, units, lines, ...(prefix === undefined ? {} : { prefix }),
    tables: tables.map(({ table, at }) => ({ table, at: place(at) })),
    routes: routes.map(({ verb, path, unit, method, at }) => ({ verb, path, unit, method, at: place(at) })),
    inbound: inbound.map(({ unit, method, callers, at, parameters, result }) => ({ unit, method, ...(parameters ? { parameters: parameters.map((each) => ({ name: each.name, type: each.type })) } : {}), ...(result === undefined ? {} : { result }), callers, at: place(at) })),
    outbound: outbound.map(({ unit, part, methods, callers, at }) => ({ unit, part, methods, callers, at: place(at) })),
    references: references.map(({ from, to, at }) => ({ from, to, at: place(at) })),
    shared: shared.map(({ table, keeper, how, writers, readers, advice }) => ({ table, keeper, how, writers, readers, advice: sentence(advice, locale) })),
    transactions: transactions.map(({ transaction: { unit, method, at }, moving, staying, advice }) => ({ unit, method, at: place(at), moving, staying, advice: sentence(advice, locale) })),
    ...(signIn ? { signIn: place(signIn) } : {}),
    reasons: reasons.map((each) => sentence(each, locale)), risks: risks.map((each) => sentence(each, locale)),
  };
}

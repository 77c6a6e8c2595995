import { hash } from '../../base/hash.js';
import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { args, calledName, callName, callTypeArguments, span } from '../../syntax/csharp/ask.js';
import { choice } from '../../syntax/csharp/branches.js';
import { builtHost, linesAround } from '../../syntax/csharp/program.js';

/** Where a program takes a hosted service in, and where it could do the service's work instead. */
export interface HostedService {
  /** Class, as the program names it. */
  readonly service: string;
  /** For a program of top-level statements that does so in a line of its own, whatever settings say. */
  readonly program?: {
    /** Hash of the text that the offsets belong to. */
    readonly hash: string;
    /** The line. */
    readonly start: number;
    readonly end: number;
    /** Behind the statement that builds the host. */
    readonly at: number;
    /** The host's services: `app.Services`. */
    readonly services: string;
  };
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'dotnet.hosted-service': HostedService;
  }
}

/** `services.AddHostedService<Worker>()`. */
export const dotnetHostedFacts: FactExtractor = {
  kinds: ['dotnet.hosted-service'],
  matchers: [factMatcher({
    language: 'csharp', needles: [['AddHostedService']],
    on: {
      invocation_expression(call, cx) {
        const at = calledName(call);
        const [service] = callTypeArguments(call);
        if (!at || callName(call) !== 'AddHostedService' || service === undefined) return;
        const statement = call.parent?.type === 'expression_statement' ? call.parent : undefined;
        const isPlain = statement && args(call).length === 0 && /^(?:block|global_statement)$/.test(statement.parent?.type ?? '') && choice(call).kind === 'always';
        const lines = isPlain ? linesAround(cx.text, statement) : undefined;
        const host = lines && builtHost(call.tree.rootNode, cx.text);
        cx.emit('dotnet.hosted-service', span(at), { service, ...(host ? { program: { hash: hash(cx.text), start: lines.start, end: lines.end, at: host.at, services: host.services } } : {}) });
      },
    },
  })],
};

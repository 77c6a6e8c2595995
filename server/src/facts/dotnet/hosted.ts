import { hash } from '../../base/hash.js';
import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { args, calledName, callName, callTypeArguments, enclosingMember, nameOf, span } from '../../syntax/csharp/ask.js';
import { choice } from '../../syntax/csharp/branches.js';
import { builtHost, linesAround, type BuiltHost } from '../../syntax/csharp/program.js';

/** Where a program takes a hosted service in. */
export interface HostedService {
  /** Class, as the program names it. */
  readonly service: string;
  /** The line that does so and nothing else, whatever settings say; with the hash of the text that the offsets belong to. */
  readonly line?: { readonly hash: string; readonly start: number; readonly end: number };
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'dotnet.hosted-service': HostedService;
    /** The place where a program has built its host; `hash` is that of the text that its offsets belong to. */
    'dotnet.host': BuiltHost & { readonly hash: string };
  }
}

/** `services.AddHostedService<Worker>()`, and the hosts of programs. */
export const dotnetHostedFacts: FactExtractor = {
  kinds: ['dotnet.hosted-service', 'dotnet.host'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [['AddHostedService']],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          const [service] = callTypeArguments(call);
          if (!at || callName(call) !== 'AddHostedService' || service === undefined) return;
          const statement = call.parent?.type === 'expression_statement' ? call.parent : undefined;
          const member = enclosingMember(call);
          const always = (!member || /^(?:ConfigureServices|Main)$/.test(nameOf(member))) && choice(call).kind === 'always';
          const isPlain = statement && args(call).length === 0 && /^(?:block|global_statement)$/.test(statement.parent?.type ?? '');
          const lines = isPlain && always ? linesAround(cx.text, statement) : undefined;
          cx.emit('dotnet.hosted-service', span(at), { service, ...(lines ? { line: { hash: hash(cx.text), ...lines } } : {}) });
        },
      },
    }),
    factMatcher({
      language: 'csharp', needles: [[/\.Build\(\)/, /\.Run(?:Async)?\(/]],
      on: {
        compilation_unit(root, cx) {
          const host = builtHost(root, cx.text);
          if (host) cx.emit('dotnet.host', { start: 0, end: 1 }, { ...host, hash: hash(cx.text) });
        },
      },
    }),
  ],
};

import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { callName, descendants, receiver, args, span, plain, stringValue, type CsNode } from '../../syntax/csharp/ask.js';
import { childText, children } from '../../syntax/xml/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A port that a program of ASP.NET sets in its code, and the variable that it is read from. */
    'dotnet.listen': { readonly port?: number; readonly env?: string };
    /** What `Directory.Build.props` or `Directory.Packages.props` gives all projects below it. */
    'dotnet.shared-properties': { readonly targetFramework: string };
  }
}

function portIn(call: CsNode): { readonly port?: number; readonly env?: string } | undefined {
  const text = args(call).map((argument) => argument.text).join(' ');
  const env = descendants(call, 'invocation_expression').filter((each) => callName(each) === 'GetEnvironmentVariable').flatMap((each) => args(each).map((argument) => stringValue(argument) ?? stringValue(descendants(argument, 'string_literal')[0])))[0];
  const stated = Number(/https?:\/\/[^"/]*?:(\d{2,5})/.exec(text)?.[1] ?? /^\s*(\d{2,5})\b/.exec(text)?.[1] ?? /\?\?\s*"?(\d{2,5})/.exec(text)?.[1]);
  if (!(stated > 0 && stated < 65536) && env === undefined) return undefined;
  return { ...(stated > 0 && stated < 65536 ? { port: stated } : {}), ...(env === undefined ? {} : { env }) };
}

/** `dotnet.*` of how a program listens and what it is built for: see the kinds. */
export const dotnetListenFacts: FactExtractor = {
  kinds: ['dotnet.listen', 'dotnet.shared-properties'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [['UseUrls'], ['ListenAnyIP'], [/\.Urls\.Add\(/], [/\bapp\.Run(?:Async)?\(\s*[$@"\w]/]],
      on: {
        invocation_expression(call, cx) {
          const name = callName(call);
          const on = plain(receiver(call));
          const listens = /^(?:UseUrls|ListenAnyIP)$/.test(name) || (name === 'Add' && on.endsWith('.Urls')) || (/^Run(?:Async)?$/.test(name) && on === 'app');
          const found = listens ? portIn(call) : undefined;
          if (found) cx.emit('dotnet.listen', span(call), found);
        },
      },
    }),
    factMatcher({
      language: 'xml', files: ['**/Directory.{Build,Packages}.props'], needles: [['TargetFramework']],
      on: {
        Project(element, cx) {
          const target = children(element, 'PropertyGroup').map((group) => childText(group, 'TargetFramework') ?? childText(group, 'TargetFrameworks')).find((text) => text !== undefined);
          if (!element.parent && target !== undefined) cx.emit('dotnet.shared-properties', element.nameSpan, { targetFramework: target });
        },
      },
    }),
  ],
};

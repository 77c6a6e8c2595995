import { basename, dirname } from '../../base/paths.js';
import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { calledName, callName, descendants, span } from '../../syntax/csharp/ask.js';
import { choice } from '../../syntax/csharp/branches.js';
import { attribute, child } from '../../syntax/xml/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Keys of ASP.NET Core Data Protection are kept where replicas share them, or in a folder that may be a volume. */
    'dotnet.key-ring': { readonly via: string; readonly kind: 'shared' | 'folder' };
    /** The root web.config of an application whose `<machineKey>` is made by each machine for itself. */
    'dotnet.machine-key': { readonly forms: boolean };
  }
}

/** `dotnet.key-ring` and `dotnet.machine-key`: see the kinds. */
export const dotnetKeyFacts: FactExtractor = {
  kinds: ['dotnet.key-ring', 'dotnet.machine-key'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [[/\bPersistKeysTo\w+\s*[<(]/], ['KeyManagementOptions', 'XmlRepository'], ['IXmlRepository'], ['UseEphemeralDataProtectionProvider']],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          const name = callName(call);
          if (!at || choice(call).kind === 'development') return;
          if (/^PersistKeysTo/.test(name)) cx.emit('dotnet.key-ring', span(at), { via: name, kind: /FileSystem|Registry/.test(name) ? 'folder' : 'shared' });
        },
        compilation_unit(root, cx) {
          const own = descendants(root, 'identifier').find(({ text }) => text === 'IXmlRepository' || text === 'XmlRepository');
          if (own) cx.emit('dotnet.key-ring', span(own), { via: own.text, kind: 'shared' });
        },
      },
    }),
    factMatcher({
      language: 'xml', files: ['**/[Ww]eb.[Cc]onfig'], needles: [['system.web']],
      on: {
        'system.web'(element, cx) {
          if (element.parent?.local !== 'configuration' || cx.module.dir !== dirname(cx.path) || !/^web\.config$/i.test(basename(cx.path))) return;
          const key = child(element, 'machineKey');
          const value = (key && (attribute(key, 'validationKey')?.value ?? (attribute(key, 'configSource') ? 'elsewhere' : ''))) ?? '';
          if (value !== '' && !/AutoGenerate/i.test(value)) return;
          const authentication = child(element, 'authentication');
          cx.emit('dotnet.machine-key', key?.nameSpan ?? element.nameSpan, { forms: /^forms$/i.test((authentication && attribute(authentication, 'mode')?.value) ?? '') });
        },
      },
    }),
  ],
};

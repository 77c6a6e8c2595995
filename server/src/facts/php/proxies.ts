import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { LinesFile } from '../../contract/nodes.js';
import { args, calledName, isCommandLine, parentsOf, staticClass, type PhpNode } from '../../syntax/php/ask.js';
import { literalText } from '../../syntax/php/value.js';
import { below, field, named, span } from '../../syntax/tree-sitter/nodes.js';
import { inProduction, symfonyFiles } from '../../syntax/yaml/symfony.js';
import { span as yamlSpan, text } from '../../syntax/yaml/ask.js';
import type {} from '../forwarded-headers.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Laravel's middleware for proxies where its class names none that may be trusted. */
    'php.trusts-none': { readonly type: string };
  }
}

/** `protected $proxies;` that nothing in the class ever fills. */
function ofClass(type: PhpNode, cx: FactFileContext): void {
  const name = field(type, 'name');
  if (!name || !parentsOf(cx, type).some((parent) => /^(?:Illuminate\\Http\\Middleware|Fideloper\\Proxy)\\TrustProxies$/.test(parent))) return;
  const declared = below(type, 'property_element').find((each) => field(each, 'name')?.text === '$proxies');
  const filled = /->proxies\s*(?:\[\]\s*)?=|function\s+proxies\s*\(/.test(type.text);
  const value = field(declared, 'default_value');
  if (filled || (value && !/^(?:null|\[\s*\]|''|""|array\(\))$/i.test(value.text))) cx.emit('request.forwarded-headers', span(name), { via: name.text });
  else cx.emit('php.trusts-none', span(declared ? (field(declared, 'name') ?? name) : name), { type: name.text });
}

/** `Request::setTrustedProxies([...])` of Symfony, `->trustProxies(at: '*')` of Laravel. */
function ofCall(call: PhpNode, cx: FactFileContext): void {
  const name = calledName(call);
  const trusts = (name === 'settrustedproxies' && /(?:^|\\)Request$/.test(staticClass(cx, call))) || (name === 'trustproxies' && call.type === 'member_call_expression');
  if (trusts && args(call).length > 0 && literalText(args(call)[0]) !== '' && !isCommandLine(cx, call)) cx.emit('request.forwarded-headers', span(field(call, 'name') ?? named(call)[0] ?? call), { via: name });
}

/** nginx and Apache that give PHP the caller's address in place of the proxy's. */
function ofServer({ lines }: LinesFile, cx: FactFileContext): void {
  for (const { text: line, start, end } of lines) {
    const setting = /^\s*(real_ip_header|RemoteIPHeader)\s+\S/i.exec(line)?.[1];
    if (setting !== undefined) cx.emit('request.forwarded-headers', { start, end }, { via: setting });
  }
}

/** Whether an application in PHP knows of the proxies in front of it. */
export const phpProxyFacts: FactExtractor = {
  kinds: ['php.trusts-none', 'request.forwarded-headers'],
  matchers: [
    factMatcher({ language: 'php', needles: [['TrustProxies', /\bextends\b/]], on: { class_declaration: ofClass } }),
    factMatcher({ language: 'php', needles: [['setTrustedProxies'], ['trustProxies']], on: { scoped_call_expression: ofCall, member_call_expression: ofCall } }),
    factMatcher({ language: 'lines', files: ['**/*.conf', '**/.htaccess'], needles: [[/real_ip_header|RemoteIPHeader/i]], on: { file: ofServer } }),
    factMatcher({
      language: 'yaml', files: symfonyFiles, needles: [['framework', 'trusted_proxies']],
      on: {
        document(document, cx) {
          const node = inProduction(cx.path, document, 'framework', 'trusted_proxies');
          if (node && text(node) !== '') cx.emit('request.forwarded-headers', yamlSpan(node), { via: 'framework.trusted_proxies' });
        },
      },
    }),
  ],
};

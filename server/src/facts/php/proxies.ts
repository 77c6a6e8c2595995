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
    /** A class of the framework for proxies that names none which may be trusted; `ifLimited`: matters where addresses are counted. */
    'php.trusts-none': { readonly type: string; readonly ifLimited?: true };
    /** A limiter of CodeIgniter that counts by the caller's address. */
    'php.limits-addresses': { readonly via: string };
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

/** `public array $proxyIPs = [];` of CodeIgniter's settings. */
function ofSettings(type: PhpNode, cx: FactFileContext): void {
  const declared = below(type, 'property_element').find((each) => field(each, 'name')?.text === '$proxyIPs');
  const name = field(declared, 'name');
  if (!name || !parentsOf(cx, type).includes('CodeIgniter\\Config\\BaseConfig')) return;
  if (/->proxyIPs\s*(?:\[[^\]]*\]\s*)?=/.test(type.text) || !/^(?:\[\s*\]|''|array\(\))$/.test(field(declared, 'default_value')?.text ?? '')) cx.emit('request.forwarded-headers', span(name), { via: 'proxyIPs' });
  else cx.emit('php.trusts-none', span(name), { type: '$proxyIPs', ifLimited: true });
}

/** `$throttler->check($request->getIPAddress(), …)`, the address also under a hash. */
function ofLimiter(call: PhpNode, cx: FactFileContext): void {
  const token = field(call, 'name');
  if (token && calledName(call) === 'getipaddress') cx.emit('php.limits-addresses', span(token), { via: 'throttler' });
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
  kinds: ['php.trusts-none', 'php.limits-addresses', 'request.forwarded-headers'],
  matchers: [
    factMatcher({ language: 'php', needles: [['TrustProxies', /\bextends\b/]], on: { class_declaration: ofClass } }),
    factMatcher({ language: 'php', needles: [['proxyIPs', 'BaseConfig']], on: { class_declaration: ofSettings } }),
    factMatcher({ language: 'php', needles: [['getIPAddress', /[tT]hrottler?\b/, '->check(']], on: { member_call_expression: ofLimiter } }),
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

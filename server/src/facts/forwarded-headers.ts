import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../syntax/config-file.js';
import { bareType, field, simpleName, span } from '../syntax/java/ask.js';
import { attribute } from '../syntax/xml/ask.js';
import { deployables } from './deployable.js';
import type { Evidence } from './evidence.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** The server or a filter takes the caller's address from the headers of the proxy in front of it. */
    'request.forwarded-headers': Evidence;
  }
}

const keys = /(?:^|\.)(?:forward[-_]?headers[-_]?strategy|use[-_]?forward[-_]?headers|remote[-_]?ip[-_]?header|proxy[-_]address[-_]forwarding|allow[-_]forwarded)$/i;

function look(cx: FactFileContext, { key, value, keySpan }: Pick<Setting, 'key' | 'value' | 'keySpan'>, profile: string | undefined): void {
  if (!keys.test(key) || ['development', 'test'].includes(profileKind(profile)) || keySpan.end <= keySpan.start) return;
  const chosen = (/^\$\{[^:}]+:([^}]*)\}$/.exec(value.trim())?.[1] ?? value).trim();
  if (chosen !== '' && !/^(?:none|false)$/i.test(chosen)) cx.emit('request.forwarded-headers', keySpan, { via: `${key} = ${chosen}` });
}

/** Filters, valves and customisers that read the headers. */
const readers = /^(?:ForwardedHeaderFilter|ForwardedHeaderTransformer|RemoteIpFilter|RemoteIpValve|XForwardedFilter|XForwardedForFilter|ForwardedRequestCustomizer)$/;

/** `request.forwarded-headers`: settings of Spring Boot and Quarkus, filters in code, valves and filters in XML. */
export const forwardedHeadersFacts: FactExtractor = {
  kinds: ['request.forwarded-headers'],
  matchers: [
    factMatcher({
      language: 'properties', files: settingsGlobs.properties, needles: [[/forward|remote[-_]?ip/i]],
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path)) look(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
        },
      },
    }),
    factMatcher({
      language: 'yaml', needles: [[/forward|remote[-_]?ip/i]],
      on: {
        document(node, cx) {
          // Some products name their Spring configuration after themselves.
          if (!isSettingsDocument(cx.path, node) && !/(?:^|\/)src\/main\/resources/.test(cx.path)) return;
          for (const setting of settingsOf(node)) look(cx, setting, profileOfDocument(cx.path, node));
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: [['ForwardedHeaderFilter'], ['ForwardedHeaderTransformer'], ['RemoteIpFilter'], ['RemoteIpValve'], ['XForwardedFilter'], ['ForwardedRequestCustomizer']],
      on: {
        object_creation_expression(creation, cx) {
          const type = field(creation, 'type');
          if (type && readers.test(simpleName(bareType(type)))) cx.emit('request.forwarded-headers', span(type), { via: simpleName(bareType(type)) });
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [['ForwardedHeaderFilter'], ['RemoteIpFilter'], ['RemoteIpValve'], ['XForwardedFilter'], ['proxy-address-forwarding'], ['ForwardedRequestCustomizer'], ['weblogic-plugin-enabled']],
      on: {
        '*'(element, cx) {
          const named = [attribute(element, 'className'), attribute(element, 'class')].find((each) => each && readers.test(simpleName(each.value)));
          const forwarding = attribute(element, 'proxy-address-forwarding');
          const text = ['filter-class', 'Arg', 'Call', 'New'].includes(element.local) && readers.test(simpleName(element.text)) ? element.textSpan : undefined;
          const plugin = element.local === 'weblogic-plugin-enabled' && element.text === 'true' ? element.textSpan : undefined;
          const at = named?.valueSpan ?? (forwarding?.value === 'true' ? forwarding.valueSpan : undefined) ?? text ?? plugin;
          if (at) cx.emit('request.forwarded-headers', at, { via: cx.text.slice(at.start, at.end) });
        },
      },
    }),
  ],
};

/**
 * Whether the application that a file belongs to is a Spring Boot JAR that, on Kubernetes, reads the headers by itself:
 * Boot does from 2.2 on unless a setting names a strategy. A WAR on a server of its own is configured by that server.
 */
export function bootReadsHeaders(path: string, model: Model): boolean {
  const { application } = model.moduleOf(path);
  const started = deployables(model).filter(({ dir }) => model.moduleOf(`${dir}/x`).application === application);
  const refused = model.factsFor('config.property', path).some(({ value }) => keys.test(value.key) && /^(?:none|false)$/i.test(value.value));
  return !refused && started.length > 0 && started.every(({ kind, module }) => kind === 'boot-jar' && isNewEnough(module.bootVersion));
}

function isNewEnough(version: string | undefined): boolean {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 2);
}

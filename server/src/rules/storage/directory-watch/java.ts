import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, bareType, enclosingCallable, enclosingType, field, isType, nameOf, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { isForDevelopment } from '../../../syntax/java/profile.js';
import { isCommandLine } from '../../../syntax/java/program.js';

/** Every pod shall notice when its own settings, keys or plug-ins change. */
const ownConcern = /conf(?:ig)?(?![a-z]*irm)|propert|setting|keystore|truststore|cert|ssl|tls|plugin|template|hot-?(?:deploy|swap|load)|livereload|dev-?tools|licen[cs]e|secret|class-?(?:path|loader)|logback|log4j/i;

function concernsItself(place: JavaNode): boolean {
  const callable = enclosingCallable(place);
  const type = enclosingType(place);
  return ownConcern.test(`${type ? nameOf(type) : ''} ${callable ? nameOf(callable) : ''}`);
}

function report(cx: RuleFileContext, at: JavaNode, place: JavaNode): void {
  if (isCommandLine(place) || isForDevelopment(place)) return;
  cx.report({ at: span(at), say: 'watch', args: { by: at.text }, cause: cx.path });
}

const creations = ['org.apache.commons.io.monitor.FileAlterationMonitor', 'org.springframework.integration.file.FileReadingMessageSource'] as const;

/** `from("file:/inbox")` of a Camel route. */
function camelFile(cx: RuleFileContext, call: JavaNode): boolean {
  const first = stringValue(args(call)[0]);
  return first !== undefined && /^file:(?!.*[?&]noop=true)/.test(first) && /\borg\.apache\.camel\b/.test(cx.text);
}

/** Watching a folder and taking in what comes. */
export const javaWatches = ruleMatcher({
  language: 'java',
  needles: [['newWatchService'], ['FileAlterationMonitor'], ['FileReadingMessageSource'], ['integration.file.dsl', 'inboundAdapter'], ['org.apache.camel', '"file:']],
  on: {
    method_invocation(call, cx) {
      const name = field(call, 'name');
      const object = field(call, 'object');
      if (!name) return;
      const inbound = name.text === 'inboundAdapter' && object && isType(cx, call, object.text, 'org.springframework.integration.file.dsl.Files');
      const watch = name.text === 'newWatchService' && args(call).length === 0 && !concernsItself(call);
      if (inbound || watch || (name.text === 'from' && camelFile(cx, call))) report(cx, name, call);
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (type && isType(cx, creation, bareType(type), ...creations) && !concernsItself(creation)) report(cx, type, creation);
    },
  },
});

/** Spring Integration's file adapter in XML. */
export const xmlWatches = ruleMatcher({
  language: 'xml',
  needles: [['springframework.org/schema/integration/file', 'inbound-channel-adapter']],
  on: {
    'inbound-channel-adapter'(element, cx) {
      const watched = element.attributes.some(({ name }) => name === 'directory') && element.name !== element.local;
      if (watched) cx.report({ at: element.nameSpan, say: 'watch', args: { by: element.name }, cause: cx.path });
    },
  },
});

import { enclosing, field, nameOf, type JavaNode } from '../../../syntax/java/ask.js';

/** Lower-case words of a name: `hasAllowListedIp` → has, allow, listed, ip. */
export function wordsIn(name: string): readonly string[] {
  return name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter(Boolean).map((word) => word.toLowerCase());
}

const loggers = /(?:^|\.)(?:log|LOG|_log|s?[lL]ogger|LOGGER|\w*Logger|\w*_LOG|out|err|MDC|meter\w*|metrics?|span|tracer|tags?)$/;
const logging = /^(?:trace|debug|info|warn|warning|error|severe|fine|finer|finest|log|println?|printf|tags?|gauge|counter|timer|setTag|commonTags|setAttribute|addAttribute|format)$/;

/** Whether a call only writes the value to a log, a metric, a trace or a page, or puts it into an exception. */
export function isLogging(call: JavaNode): boolean {
  if (enclosing(call, 'throw_statement') || /(?:Exception|Error)$/.test(field(call, 'type')?.text ?? '')) return true;
  return call.type === 'method_invocation' && (logging.test(nameOf(call)) || loggers.test(field(call, 'object')?.text ?? ''));
}

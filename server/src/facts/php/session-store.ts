import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { args, calledName } from '../../syntax/php/ask.js';
import { readValue } from '../../syntax/php/value.js';
import { span } from '../../syntax/tree-sitter/nodes.js';
import type { Evidence } from '../evidence.js';

/** Reach of a fact: sessions by PHP's own functions. */
export const phpSessions = 'php';

const sharedHandler = /^(?:redis|rediscluster|memcached?|user|mongo\w*|couchbase|sqlsrv)$/i;

function evidence(via: string): Evidence {
  return { via, covers: phpSessions };
}

const code = factMatcher({
  language: 'php',
  needles: [['session_set_save_handler'], ['session.save_handler']],
  on: {
    function_call_expression(call, cx) {
      const name = calledName(call);
      const given = args(call);
      if (name === 'session_set_save_handler' && given.length > 0) cx.emit('session.external-store', span(call), evidence('session_set_save_handler'));
      if (!/^ini_set$|^ini_alter$/.test(name) || readValue(cx, given[0]).text !== 'session.save_handler') return;
      const handler = readValue(cx, given[1]);
      if (handler.text !== undefined && sharedHandler.test(handler.text)) cx.emit('session.external-store', span(call), evidence('session.save_handler'));
    },
  },
});

const setting = /^\s*(?:php_(?:admin_)?value(?:\[|\s+))?session\.save_handler\]?\s*[=\s]\s*["']?(\w+)/;

const files = factMatcher({
  language: 'lines',
  files: ['**/*.ini', '**/*.conf', '**/.htaccess'],
  needles: [['session.save_handler']],
  on: {
    file({ lines }, cx) {
      for (const line of lines) {
        const handler = setting.exec(line.text)?.[1];
        if (handler !== undefined && sharedHandler.test(handler)) cx.emit('session.external-store', { start: line.start, end: line.end }, evidence('session.save_handler'));
      }
    },
  },
});

const image = factMatcher({
  language: 'dockerfile',
  needles: [['session.save_handler']],
  on: {
    file(file, cx) {
      for (const instruction of file.instructions) {
        const handler = /session\.save_handler\s*=\s*\\?["']?(\w+)/.exec(instruction.getRawArgumentsContent() ?? '')?.[1];
        if (handler !== undefined && sharedHandler.test(handler)) cx.emit('session.external-store', file.span(instruction.getInstructionRange()), evidence('session.save_handler'));
      }
    },
  },
});

/** Stores that PHP's own sessions are given: a handler in code, in an ini file or in the image. */
export const phpSessionStoreFacts: FactExtractor = { kinds: ['session.external-store'], matchers: [code, files, image] };

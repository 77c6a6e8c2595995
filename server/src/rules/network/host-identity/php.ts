import { join, dirname } from '../../../base/paths.js';
import type { ProjectCheck, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import type {} from '../../../facts/php/proxies.js';
import { args, assignedValue, calledName, enclosingCallable, isCommandLine, nameOf, type PhpNode } from '../../../syntax/php/ask.js';
import { literalText } from '../../../syntax/php/value.js';
import { below, field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** What is said of addresses and processes in PHP. */
export const phpMessages: Readonly<Record<string, Localized>> = {
  process: {
    en: '{call} asks by its number whether a process still runs: numbers hold within one pod only, so what another replica works on counts as dead, or a stranger with the same number counts as alive.',
    ko: '{call}에서 번호로 프로세스가 살아 있는지 확인합니다. 프로세스 번호는 파드 하나 안에서만 통하므로, 다른 레플리카가 처리 중인 작업을 죽은 것으로 보거나 번호가 같은 다른 프로세스를 살아 있는 것으로 봅니다.',
  },
  'client-php-decides': {
    en: 'The address of the connection decides about the caller: behind an Ingress it is that of the proxy, so that all users count as one, unless the web server (real_ip_header, mod_remoteip) or the framework reads forwarded headers.',
    ko: '접속 주소를 기준으로 호출자를 판단합니다. Ingress 뒤에서는 웹 서버(real_ip_header, mod_remoteip)나 프레임워크가 전달 헤더를 읽지 않으면 모든 요청이 프록시 주소로 들어와 사용자를 구분하지 못합니다.',
  },
  'client-php-trust': {
    en: '{type} trusts no proxy: behind an Ingress all users share its address, so that limits per address hold for all of them together, and generated links begin with http.',
    ko: '{type}에 신뢰할 프록시가 지정되어 있지 않습니다. Ingress 뒤에서는 모든 사용자가 같은 주소로 보여 주소별 호출 제한을 모두가 함께 소모하고, 생성되는 링크도 http로 시작합니다.',
  },
};

const headers = /forwarded|x[-_]real[-_]ip|client_ip|cf_connecting|prox(?:y|ies)|real_?ip/i;
const guards = /allow|block|ban|deny|white_?list|black_?list|limit|throttl|trust|restrict|attempt|brute|lock_?out|flood|check_?ip|ip_?in_?range|geo/i;

/** `$_SERVER['REMOTE_ADDR']` */
function isAddress(node: PhpNode): boolean {
  const [array, key] = named(node);
  return array?.text === '$_SERVER' && literalText(key) === 'REMOTE_ADDR';
}

/** Whether a value, or the variable that it is kept in, is compared with something or handed to what keeps callers out. */
function decides(node: PhpNode, depth = 2): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const above: PhpNode = at.parent;
    if (above.type === 'binary_expression' && /^(?:===?|!==?)$/.test(field(above, 'operator')?.text ?? '')) return !/127\.0\.0\.1|::1|localhost|\bnull\b|''|""/i.test(above.text);
    if (above.type === 'function_call_expression' || above.type === 'member_call_expression' || above.type === 'scoped_call_expression') {
      const name = calledName(above);
      if (name === 'in_array') return !/127\.0\.0\.1|::1/.test(above.text);
      return guards.test(name);
    }
    if (above.type === 'assignment_expression') {
      const left = field(above, 'left');
      const scope = enclosingCallable(above);
      if (left?.type !== 'variable_name' || !scope || depth === 0) return false;
      return below(scope, 'variable_name').some((each) => each.text === left.text && each.startIndex > above.endIndex && decides(each, depth - 1));
    }
    if (/statement$|^arrow_function$|^anonymous_function$/.test(above.type)) return above.type === 'return_statement' && guards.test(nameOf(enclosingCallable(above)));
  }
  return false;
}

function check(root: PhpNode, cx: RuleFileContext): void {
  if (isCommandLine(cx, root) || headers.test(cx.text)) return;
  const found = below(root, 'subscript_expression').find((each) => isAddress(each) && decides(each));
  const key = found && named(found)[1];
  if (key) cx.report({ at: span(key), say: 'client-php-decides', cause: 'client-address', confidence: 'medium' });
}

/** Addresses of connections that decide about callers: one finding per file. */
export const phpClient = ruleMatcher({ language: 'php', needles: [['REMOTE_ADDR', '_SERVER']], on: { program: check } });

/** Laravel behind a proxy that it does not know, and CodeIgniter where it counts by address. */
export const phpTrust: ProjectCheck<'php.trusts-none'> = {
  subject: 'php.trusts-none',
  reads: ['php.trusts-none', 'php.limits-addresses'],
  check(subject, { model, report }) {
    if (subject.value.ifLimited === true && model.factsFor('php.limits-addresses', subject.file).length === 0) return;
    // Middleware stands in app/Http/Middleware.
    const configured = model.hasFile(join(dirname(subject.file), '../../../config/trustedproxy.php') ?? '');
    if (!configured) report({ say: 'client-php-trust', args: { type: subject.value.type }, cause: 'client-address', confidence: 'medium' });
  },
};

/** The name of the machine, in a comparison that picks who works. */
function onName(call: PhpNode, cx: RuleFileContext): void {
  const name = calledName(call);
  const callee = field(call, 'function');
  if (!callee || isCommandLine(cx, call) || (name === 'php_uname' && literalText(args(call)[0]) !== 'n') || !/^(?:gethostname|php_uname)$/.test(name)) return;
  for (let at: PhpNode | null = call.parent; at && !/statement$/.test(at.type); at = at.parent) {
    const compared = (at.type === 'binary_expression' && /^(?:===?|!==?)$/.test(field(at, 'operator')?.text ?? '')) || (at.type === 'function_call_expression' && /^(?:in_array|str_starts_with|strpos|strcmp|preg_match)$/.test(calledName(at)));
    if (compared) return cx.report({ at: span(callee), say: 'compared', args: { source: `${name}()` } });
  }
}

/** The name that a machine gives itself, where it decides something. */
export const phpMachine = ruleMatcher({ language: 'php', needles: [[/\bgethostname\s*\(|\bphp_uname\s*\(\s*['"]n/]], on: { function_call_expression: onName } });

/** A number that came from elsewhere: a parameter, a record; `getmypid()` and children of this process are its own. */
function isForeign(pid: PhpNode | undefined): boolean {
  if (!pid) return false;
  const parameters = named(field(enclosingCallable(pid), 'parameters')).map((each) => field(each, 'name')?.text);
  if (pid.type === 'variable_name' && parameters.includes(pid.text)) return true;
  const value = pid.type === 'variable_name' ? assignedValue(pid) : pid;
  return value?.type === 'subscript_expression' || (value?.type === 'member_call_expression' && /^get/.test(calledName(value)) && /pid/i.test(value.text));
}

/** `posix_getsid($pid)`, `posix_kill($pid, 0)`: only whether it is there. Files with a number in them are a lock. */
function onProcess(call: PhpNode, cx: RuleFileContext): void {
  const name = calledName(call);
  const callee = field(call, 'function');
  const [pid, signal] = args(call);
  if (!callee || !(name === 'posix_getsid' || (name === 'posix_kill' && literalText(signal) === '0')) || isCommandLine(cx, call)) return;
  if (/\.pid\b|pid_?file|pcntl_fork/i.test(cx.text) || !isForeign(pid)) return;
  cx.report({ at: span(callee), say: 'process', args: { call: `${name}()` }, confidence: 'medium' });
}

/** Processes that are known by their number. */
export const phpProcess = ruleMatcher({ language: 'php', needles: [['posix_getsid'], [/\bposix_kill\s*\([^\n,]+,\s*0\s*\)/]], on: { function_call_expression: onProcess } });

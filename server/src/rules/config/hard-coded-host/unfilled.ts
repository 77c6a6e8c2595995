import { args, field, nameOf, stringValue, type JavaNode } from '../../../syntax/java/ask.js';

const credential = /^(?:set|with)?(?:client|app|api|access|secret|consumer|merchant|corp)(?:id|key|secret|token|password)$/i;

/** Calls of the chain that an expression belongs to, and of the chains that one is handed to. */
function* chain(node: JavaNode): Generator<JavaNode> {
  for (let at: JavaNode | null = node; at && !/statement$|_declaration$|^(?:lambda_expression|class_body|block)$/.test(at.type); at = at.parent) {
    if (at.type !== 'method_invocation') continue;
    for (let call: JavaNode | undefined = at; call?.type === 'method_invocation'; call = field(call, 'object')) yield call;
  }
}

/**
 * `AuthConfig.builder().clientId("").clientSecret("").redirectUri("http://localhost:8443/…")`: the credentials are left
 * empty, so nobody can have used this branch; whoever fills it in writes the address as well.
 */
export function isUnfilled(literal: JavaNode): boolean {
  for (const call of chain(literal)) {
    const [value, ...others] = args(call);
    if (others.length === 0 && value && stringValue(value) === '' && credential.test(nameOf(call))) return true;
  }
  return false;
}

/** `https://hooks.example.com/services/your/webhook`: a path to copy and fill in, so that the host was never called. */
export function isToFillIn(value: string): boolean {
  return /^[\w+.-]+:\/\/[^/]+\/(?:[^?#]*[/_-])?your(?:[/_-]|$)/i.test(value);
}

const password = /(?:^|[._-])(?:pw|pwd|passwd|password|secret)$/i;
/** What stands where a password is to be written; words that people also use as passwords are left out. */
const blank = /^(?:PW|PWD|PASSWD|PASSWORD|[xX]{3,}|\*{2,}|<[^<>]+>|your[-_ ]?\w+)$/;

function firstWord(key: string): string {
  return key.split(/[._-]/, 1)[0] ?? key;
}

/**
 * First words of the keys of a file whose passwords nobody has filled in: `sms_pwd = PW` beside `sms_url`. The service was never
 * set up, so the address is what the template came with.
 */
export function blankGroups(settings: readonly { readonly key: string; readonly value: string }[]): ReadonlySet<string> {
  return new Set(settings.filter(({ key, value }) => password.test(key) && blank.test(value.trim())).map(({ key }) => firstWord(key)));
}

/** Whether a key belongs to one of the groups. */
export function isInGroup(key: string, groups: ReadonlySet<string>): boolean {
  return groups.has(firstWord(key));
}

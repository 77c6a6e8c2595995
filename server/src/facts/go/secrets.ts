import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, calleeOf, functionOf, handlerAround, importsPackage, isCommandLine, isGenerated, nameOf, packageVariables, type GoNode } from '../../syntax/go/ask.js';
import { choiceAround, heldBy } from '../../syntax/go/choice.js';
import { enclosing, field, span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A key that a Go process makes for itself at start; `setting` when it only does so without one. */
    'go.secret': { readonly kept: 'memory' | 'file'; readonly setting?: string };
  }
}

const random: readonly (readonly [RegExp, RegExp])[] = [
  [/gorilla\/securecookie$/, /^GenerateRandomKey$/], [/^crypto\/rand$/, /^(?:Read|Text|Int)$/], [/^crypto\/(?:rsa|ecdsa|ed25519)$/, /^GenerateKey$/],
  [/\/(?:rnd|random|randstr|randutil|uniuri|go-nanoid|shortid)(?:\/v\d+)?$/, /^[A-Z]/],
  [/google\/uuid$|gofrs\/uuid|satori\/go\.uuid/, /^(?:New|NewString|NewRandom|NewV4|Must)$/],
];
/** Functions of one's own that say in their name that they make something up. */
const makers = /^(?:[gG]en(?:erate)?|[rR]and(?:om)?|[mM]ake[rR]andom|[nN]ew[rR]andom)\w*(?:Secret|Key|String|Str|Bytes|Hex|Token|Password)\w*$/;
const secretName = /(?:^|_)(?:secret|(?:jwt|signing|sign|encryption|session|cookie|hmac|auth|hash|block|csrf|master|app|token)_(?:secret|key|salt)|secret_?key|private_key|key_pair|store_key)s?$/;

function isRandom(cx: FactFileContext, call: GoNode): boolean {
  const callee = calleeOf(cx, call);
  if (!callee) return false;
  const { path, name } = callee;
  if (path !== undefined && random.some(([from, what]) => from.test(path) && what.test(name))) return true;
  return callee.receiver === undefined && makers.test(name);
}

/** `if c.options.LinkToken == "" { c.options.LinkToken = rnd.Base36(8) }`: what nobody set is made up, for this process. */
function fillsSetting(call: GoNode): boolean {
  const left = field(enclosing(call, 'assignment_statement'), 'left')?.text ?? '';
  return /\.(?:options?|opts|config|conf|cfg|settings?)\.\w*(?:Token|Secret|Key|Salt)$/.test(left) && choiceAround(call)?.setting === left;
}

/** What is made for each object, request or run is no key of the program. */
function isOfProgram(cx: FactFileContext, call: GoNode, name: string): boolean {
  const callable = functionOf(call);
  if (!callable) return enclosing(call, 'var_declaration') !== undefined && enclosing(call, 'func_literal') === undefined;
  if (handlerAround(cx, call)) return false;
  if (/^(?:main|init|run|Run|serve|Serve|[sS]etup\w*|[lL]oad\w*|(?:[iI]nit|[eE]nsure)\w*(?:Config|Settings|Secrets?|Keys?|Options|Store|Sessions?|Auth|Jwt|JWT)\w*|[nN]ew(?:Config|Settings|Options|Server|App|Router))$/.test(nameOf(callable))) return true;
  return packageVariables(call.tree.rootNode).has(name);
}

const signers = /^(?:NewCookieStore|NewStore|NewFilesystemStore|Protect)$/;

/** The name that the random bytes end under, or the call that signs with them. */
function keyName(cx: FactFileContext, call: GoNode): string {
  const outer = enclosing(call, 'call_expression');
  const callee = outer && calleeOf(cx, outer);
  if (callee?.path !== undefined && /gorilla\/(?:sessions|csrf)$|securecookie$|contrib\/sessions/.test(callee.path) && (signers.test(callee.name) || callee.name === 'New')) return 'secret_key';
  const own = calleeOf(cx, call);
  const given = own?.path === 'crypto/rand' && own.name === 'Read' ? args(call)[0] : undefined;
  const name = given ? (given.type === 'slice_expression' ? field(given, 'operand')?.text : given.text) : heldBy(call);
  return (name ?? '').replace(/^.*\./, '').replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2').toLowerCase();
}

/** Written to a database that replicas share, or to a file of the pod. */
function keptIn(scope: string): 'memory' | 'file' | 'elsewhere' {
  if (/\b(?:os|ioutil)\.(?:WriteFile|Create|OpenFile)\(|\.(?:WriteConfig|SaveConfig|WriteConfigAs|SaveTo|SafeWriteConfig)\w*\(|\b(?:write|save)\w*(?:File|Key|Secret|Config)\w*\(/i.test(scope)) return 'file';
  if (/\.(?:Save|Store|Upsert|Insert|Create|CreateOrUpdate|Update|Exec|Put|Set[A-Z]\w*|Set)\w*\(|\b(?:save|store|upsert|set)[A-Z]\w*(?:Setting|Config|Secret|Option)\w*\(/.test(scope.replace(/os\.Setenv|viper\.Set|\.SetString|\.SetBytes/g, ''))) return 'elsewhere';
  return 'memory';
}

const toldKey = {};

function check(call: GoNode, cx: FactFileContext): void {
  if (!isRandom(cx, call) || isGenerated(cx) || isCommandLine(cx, call) || importsPackage(cx, call, /^(?:testing|crypto\/x509|crypto\/tls)$/)) return;
  const name = keyName(cx, call);
  if (!fillsSetting(call) && (!secretName.test(name) || !isOfProgram(cx, call, name))) return;
  const scope = functionOf(call)?.text ?? enclosing(call, 'var_declaration')?.text ?? '';
  const kept = keptIn(scope);
  if (kept === 'elsewhere') return;
  const choice = choiceAround(call);
  const callee = field(call, 'function');
  // `NewCookieStore(GenerateRandomKey(64), GenerateRandomKey(32))`: the keys of one store are one cause.
  const told = cx.once(toldKey, () => new Set<number>());
  const statement = enclosing(call, 'var_spec', 'short_var_declaration', 'assignment_statement', 'expression_statement', 'return_statement');
  if (statement && told.has(statement.startIndex)) return;
  if (statement) told.add(statement.startIndex);
  if (callee) cx.emit('go.secret', span(callee), { kept, ...(choice?.when === 'unless' || choice?.when === 'selected' ? { setting: choice.setting } : {}) });
}

/** `go.secret`: see the kind. */
export const goSecretFacts: FactExtractor = {
  kinds: ['go.secret'],
  matchers: [factMatcher({
    language: 'go',
    needles: [['GenerateRandomKey'], [/\.(?:options?|opts|config|conf|cfg|settings?)\.\w*(?:Token|Secret|Key|Salt) = \w+\.\w+\(/], ['crypto/rand', /[sS]ecret|Key\b|[kK]ey\s*(?::?=|:)|Salt/], [/(?:[sS]ecret|[kK]ey)\w*\s*(?::?=|:)\s*[\w.]*(?:[gG]en|[rR]and|uuid\.)\w*/]],
    on: { call_expression: check },
  })],
};

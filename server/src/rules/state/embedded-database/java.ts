import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { annotation, annotations, bareType, enclosing, enclosingCallable, enclosingType, field, isType, nameOf, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { chosenBy } from '../../../syntax/java/chosen-branch.js';
import { codeText } from '../../../syntax/java/code-text.js';
import { isConfigurable, literalUse } from '../../../syntax/java/literal.js';
import { profileKind } from '../../../syntax/config-file.js';
import { embeddedIn } from './engines.js';

type Standing = 'always' | 'conditional' | 'development';

/** Whether a Spring profile or condition on the method or its class decides if the code runs. */
function standing(node: JavaNode): Standing {
  let found: Standing = 'always';
  for (const holder of [enclosingCallable(node), enclosingType(node)]) {
    if (!holder) continue;
    const profile = annotation(holder, 'Profile', 'IfBuildProfile', 'Requires')?.node.text.replace(/^@\w+/, '');
    if (profile !== undefined && ['development', 'test'].includes(profileKind(profile))) return 'development';
    if (annotations(holder).some(({ name }) => /^(?:Conditional|Profile|IfBuild|Requires)/.test(name))) found = 'conditional';
    // Beside the addresses of several kinds of database servers it is one of the choices.
    if (new Set(codeText(holder).match(/"jdbc:(?:mysql|mariadb|postgresql|oracle|sqlserver|db2|tibero|cubrid|altibase)[:@]/g)).size > 1) found = 'conditional';
  }
  return found;
}

function report(cx: RuleFileContext, at: JavaNode, engine: string): void {
  const stands = standing(at);
  if (stands === 'development') return;
  const branch = chosenBy(cx, at);
  cx.report({
    at: span(at), say: branch ? 'branch' : 'code', args: { engine, setting: branch?.setting ?? '', value: branch?.value ?? '' }, cause: 'embedded-database', ...(stands === 'conditional' ? { severity: 'warning' } : {}),
    data: { setting: '', variables: [], default: false, ...(branch ? { branch: { ...branch } } : {}) },
  });
}

const writing = /"\s*(?:insert|update|delete|create|replace|alter|drop|merge|truncate|vacuum|attach)\b/i;
/** Calls that change what is stored, or by which others do. */
const changing = /\.\s*(?:executeUpdate|executeLargeUpdate|executeBatch|setAutoCommit|commit)\s*\(|\bJdbcTemplate\b|\bDataSource\b|\bDSLContext\b|\bEntityManager\w*\b/;

/** Whether the file asks SQLite with statements of its own that only read: tiles, dictionaries and the like that come with the deployment, a kind of file and no memory of the application. */
function onlyReads(literal: JavaNode): boolean {
  if (!/^"jdbc:sqlite:/.test(literal.text) || enclosing(literal, 'return_statement')) return false;
  const text = codeText(literal.tree.rootNode);
  return /"\s*select\b/i.test(text) && /\.\s*executeQuery\s*\(/.test(text) && !writing.test(text) && !changing.test(text) && !/\.\s*execute\s*\(\s*["\w]/.test(text.replace(/\b\w*[eE]xecutor\w*\s*\.\s*execute\s*\(/g, ''));
}

const builders = ['org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder', 'org.apache.derby.jdbc.EmbeddedDataSource', 'org.apache.derby.jdbc.EmbeddedConnectionPoolDataSource'];

/** `new EmbeddedDatabaseBuilder()`, Derby's embedded data source, and URLs of embedded databases that the code opens. */
export const javaDatabase = ruleMatcher({
  language: 'java',
  needles: [['EmbeddedDatabaseBuilder'], ['org.apache.derby.jdbc'], [/"jdbc:(?:h2|hsqldb|derby|sqlite):/]],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (!type || !isType(cx, type, bareType(type), ...builders)) return;
      report(cx, type, /Builder$/.test(type.text) ? engineOfBuilder(creation) : 'Derby');
    },
    string_literal(literal, cx) {
      const engine = /^"jdbc:/.test(literal.text) ? embeddedIn(stringValue(literal) ?? '') : undefined;
      if (!engine || onlyReads(literal)) return;
      const use = literalUse(literal);
      const { role } = use;
      if (role === 'value' && isConfigurable(use)) {
        const setting = nameOf(use.taker ?? literal) || 'url';
        if (standing(literal) !== 'development') cx.report({ at: span(literal), say: 'code-unless', args: { setting, engine }, severity: 'warning', cause: 'embedded-database', data: { setting: '', variables: [], default: false } });
      } else if (role === 'value' && !isConnectionTest(literal)) report(cx, literal, engine);
      else if (role === 'fallback' && standing(literal) !== 'development') {
        cx.report({ at: span(literal), say: 'code', args: { engine }, severity: 'warning', cause: 'embedded-database', data: { setting: '', variables: [], default: false } });
      }
    },
  },
});

/** Engine set with `setType(EmbeddedDatabaseType.…)` further along the chain; HSQLDB when none is. */
function engineOfBuilder(creation: JavaNode): string {
  let chain: JavaNode = creation;
  while (chain.parent && ['method_invocation', 'argument_list'].includes(chain.parent.type)) chain = chain.parent;
  const type = /\bsetType\(\s*(?:\w+\.)*(H2|HSQL|DERBY)\b/.exec(chain.text)?.[1];
  return type === 'H2' ? 'H2' : type === 'DERBY' ? 'Derby' : 'HSQLDB';
}

/** Whether what begins with a literal is handed to `getConnection`, as it is or under a name. */
function isOpened(literal: JavaNode): boolean {
  const sum = literal.parent?.type === 'binary_expression' ? literal.parent : undefined;
  const call = sum?.parent?.type === 'argument_list' ? sum.parent.parent : undefined;
  const name = sum?.parent?.type === 'variable_declarator' ? nameOf(sum.parent) : '';
  const body = name === '' ? '' : (enclosingCallable(literal)?.text ?? '');
  return (call && nameOf(call) === 'getConnection') || new RegExp(`\\bgetConnection\\(\\s*${name}\\b`).test(body);
}

/** Derby is shut down by opening `jdbc:derby:…;shutdown=true`, which opens nothing; a bare prefix opens only with the file that is put behind it. */
function isConnectionTest(literal: JavaNode): boolean {
  return /shutdown=true/.test(literal.text) || (/^"jdbc:\w+:"$/.test(literal.text) && !isOpened(literal));
}

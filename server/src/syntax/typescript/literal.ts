import { Node, SyntaxKind } from 'ts-morph';

/**
 * What a string is for. `message`: shown or logged; `comparison`: tested against; `annotation`: inside a decorator or a
 * type; `fallback`: used when nothing else is set; `listed`: an item of an array; `value`: used as it stands.
 */
export type LiteralRole = 'message' | 'comparison' | 'annotation' | 'fallback' | 'listed' | 'value';

export interface LiteralUse {
  readonly role: LiteralRole;
  /** The expression that the string is part of and that is handed on as one. */
  readonly whole: Node;
  /** What takes the whole: a property, a variable, an assignment, a call, a return. */
  readonly taker: Node | undefined;
}

const comparing = /^(?:includes|startsWith|endsWith|indexOf|lastIndexOf|match|matchAll|test|replace|replaceAll|split|search|has|equal\w*|localeCompare|is[A-Z]\w*)$/;
const printing = /^(?:log|info|warn|error|debug|trace|verbose|fatal|notice|print|println|write|writeln|fail|describe|it|expect|usage|option|help|example|push)$/;
const loggers = /^(?:console|log|logger|winston|debug|signale|consola|pino|process\.std(?:out|err)|yargs|program|commander|chalk|this\.log(?:ger)?)\b/i;
const defaulting = /^(?:default|defaults|defaultTo|getOrElse|getOr|withDefault|fallback|catch)$/;

/** How the string is used, found by climbing to what takes it. */
export function literalUse(literal: Node): LiteralUse {
  let whole = literal;
  for (let parent = whole.getParent(); parent; parent = whole.getParent()) {
    const role = roleIn(parent, whole);
    if (role !== 'climb') return { role, whole, taker: parent };
    whole = parent;
  }
  return { role: 'value', whole, taker: undefined };
}

function roleIn(parent: Node, whole: Node): LiteralRole | 'climb' {
  if (Node.isNewExpression(parent) && parent.getExpression().getText() === 'URL' && parent.getArguments().length === 1) return 'climb';
  if (Node.isParenthesizedExpression(parent) || Node.isAsExpression(parent) || Node.isTemplateSpan(parent) || Node.isAwaitExpression(parent) || Node.isNonNullExpression(parent) || Node.isSatisfiesExpression(parent)) return 'climb';
  if (Node.isTemplateExpression(parent)) return 'climb';
  if (Node.isBinaryExpression(parent)) return ofOperator(parent.getOperatorToken().getText(), parent.getRight() === whole, parent);
  if (Node.isConditionalExpression(parent)) return parent.getCondition() === whole ? 'comparison' : 'fallback';
  if (Node.isCallExpression(parent) || Node.isNewExpression(parent)) return ofArgument(parent, whole);
  if (Node.isPropertyAccessExpression(parent)) return comparing.test(parent.getName()) ? 'comparison' : 'value';
  if (Node.isArrayLiteralExpression(parent)) return 'listed';
  if (Node.isParameterDeclaration(parent) || Node.isBindingElement(parent)) return 'fallback';
  if (Node.isCaseClause(parent) || Node.isElementAccessExpression(parent)) return 'comparison';
  if (Node.isLiteralTypeNode(parent) || Node.isDecorator(parent) || Node.isEnumMember(parent)) return 'annotation';
  if (Node.isImportDeclaration(parent) || Node.isExportDeclaration(parent) || Node.isExternalModuleReference(parent) || Node.isThrowStatement(parent) || Node.isJsxAttribute(parent) || Node.isJsxExpression(parent)) return 'message';
  if (Node.isPropertyAssignment(parent)) return ofProperty(parent.getName().replace(/['"]/g, ''), parent);
  if (Node.isVariableDeclaration(parent)) return isReassigned(parent) ? 'fallback' : 'value';
  if (Node.isReturnStatement(parent)) return isFallbackPlace(whole) ? 'fallback' : 'value';
  return 'value';
}

function ofOperator(operator: string, isRight: boolean, parent: Node): LiteralRole | 'climb' {
  if (/^[=!]==?$|^(?:in|instanceof|[<>]=?)$/.test(operator)) return 'comparison';
  if (operator === '||' || operator === '??') return isRight ? 'fallback' : 'climb';
  if (operator === '||=' || operator === '??=') return 'fallback';
  if (operator === '=') return isFallbackPlace(parent) ? 'fallback' : 'value';
  return 'climb';
}

function ofArgument(call: Node & { getExpression(): Node; getArguments(): Node[] }, whole: Node): LiteralRole {
  const callee = call.getExpression();
  if (callee === whole) return 'value';
  const name = Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText();
  if (Node.isNewExpression(call)) {
    if (/(?:Error|Exception)$/.test(name)) return 'message';
    // The base of `new URL(path, base)` only completes what is parsed.
    if (name === 'URL') return call.getArguments().indexOf(whole) > 0 ? 'fallback' : 'value';
    return name === 'RegExp' ? 'comparison' : 'value';
  }
  if (comparing.test(name)) return 'comparison';
  if (defaulting.test(name)) return 'fallback';
  if (loggers.test(callee.getText()) || (printing.test(name) && Node.isPropertyAccessExpression(callee)) || /^(?:debug|log|print)$/i.test(name)) return 'message';
  return /^(?:get|getenv|env|config)$/i.test(name) && call.getArguments().indexOf(whole) > 0 ? 'fallback' : 'value';
}

function ofProperty(name: string, property: Node): LiteralRole {
  if (/^default(?:s|Value)?$/i.test(name)) return 'fallback';
  if (/^(?:help|description|message|example|title|label|text|placeholder|usage|summary|hint)$/i.test(name)) return 'message';
  return property.getFirstAncestor((ancestor) => Node.isDecorator(ancestor)) ? 'annotation' : 'value';
}

/** A `let` that is assigned again only starts with this value. */
function isReassigned(declaration: Node): boolean {
  if (!Node.isVariableDeclaration(declaration) || declaration.getVariableStatement()?.getDeclarationKind().toString() === 'const') return false;
  const name = declaration.getName();
  return declaration.getSourceFile().getDescendantsOfKind(SyntaxKind.BinaryExpression)
    .some((each) => each.getOperatorToken().getKind() === SyntaxKind.EqualsToken && each.getLeft().getText() === name);
}

/** Inside a `catch`, or inside an `if` that asks whether something is missing. */
function isFallbackPlace(node: Node): boolean {
  for (let at = node.getParent(), child: Node = node; at; child = at, at = at.getParent()) {
    if (Node.isCatchClause(at)) return true;
    if (Node.isIfStatement(at) && at.getExpression() !== child) return /!|undefined|null|===?\s*['"]{2}|typeof|length/.test(at.getExpression().getText());
    if (Node.isFunctionLikeDeclaration(at) || Node.isArrowFunction(at) || Node.isFunctionExpression(at)) return false;
  }
  return false;
}

import { annotation, args, bareType, enclosingCallable, enclosingType, field, methodsOf, modifiers, named, nameOf, simpleName, stringValue, type JavaNode } from './ask.js';
import { identifiersNamed } from './descendants.js';

/**
 * What a string literal is for. `message`: shown or logged; `comparison`: tested against; `annotation`: an element of one;
 * `fallback`: used when nothing else is set; `listed`: an item of a list or array; `value`: used as it stands.
 */
export type LiteralRole = 'message' | 'comparison' | 'annotation' | 'fallback' | 'listed' | 'value';

export interface LiteralUse {
  readonly role: LiteralRole;
  /** The expression that the literal is part of (concatenation, parentheses), which is handed on as one. */
  readonly whole: JavaNode;
  /** What takes the whole: a call, a constructor call, a declarator, an assignment, a return, an annotation. */
  readonly taker: JavaNode | undefined;
}

const comparing = /^(?:equals|equalsIgnoreCase|contentEquals|startsWith|endsWith|contains|containsIgnoreCase|indexOf|lastIndexOf|matches|replace|replaceAll|replaceFirst|split|compareTo|compareToIgnoreCase|compile|find|is[A-Z]\w*|has[A-Z]\w*|startsWithIgnoreCase|substringAfter|substringBefore|remove(?:Start|End)|strip(?:Start|End)|regionMatches|antMatchers|requestMatchers|hasIpAddress)$/;
const defaulting = /^(?:getOrDefault|orElse|orElseGet|defaultIfEmpty|defaultIfBlank|defaultIfNull|defaultString|firstNonNull|firstNonEmpty|requireNonNullElse|requireNonNullElseGet|nvl|coalesce|getIfEmpty|getIfBlank|ofDefault|def|defaultValue|withDefault|setDefault\w*)$/;
/** Two-argument look-ups whose second argument is the default. */
const lookups = /^(?:getProperty|getString|getenv|getEnv|getEnvOrDefault|getConfig|getParameter|getInitParameter|get|getValue|property|read\w*|env|envOr\w*|\w*OrDefault\w*)$/;
const printing = /^(?:print|println|printf|trace|debug|info|warn|warning|error|fatal|severe|fine|finer|finest|log|addError|addMessage|fail|notNull|hasText|hasLength|isTrue|state|checkArgument|checkState|append)$/;
const loggers = /(?:^|[._])(?:log|logger|slf4j|logging|out|err|console|printer|writer)$/i;
const listing = /^(?:of|asList|newArrayList|newHashSet|add|addAll|unmodifiableList|ofEntries)$/;
const transparent = /^(?:trim|toLowerCase|toUpperCase|getBytes|concat|format|formatted|toString|strip|intern|toCharArray)$/;

/** How the literal is used, found by climbing to what takes it. */
export function literalUse(literal: JavaNode): LiteralUse {
  let whole = literal;
  for (let parent = whole.parent; parent; parent = whole.parent) {
    switch (parent.type) {
      case 'parenthesized_expression': case 'cast_expression':
        break;
      case 'field_access': // `Defaults.HOST`: the constant under its full name
        if (field(parent, 'field')?.startIndex !== whole.startIndex) return { role: 'value', whole, taker: parent };
        break;
      case 'binary_expression':
        if (!parent.children.some((child) => child?.type === '+')) return { role: 'comparison', whole, taker: parent };
        break;
      case 'ternary_expression':
        return { role: sameNode(field(parent, 'condition'), whole) ? 'comparison' : 'fallback', whole, taker: parent };
      case 'method_invocation': { // the literal, or what is made of it, is the receiver
        const name = field(parent, 'name')?.text ?? '';
        if (!transparent.test(name)) return { role: comparing.test(name) ? 'comparison' : 'value', whole, taker: parent };
        break;
      }
      case 'argument_list': {
        const use = ofArgument(whole, parent);
        if (use) return use;
        if (!parent.parent) return { role: 'value', whole, taker: undefined };
        whole = parent.parent;
        continue;
      }
      default:
        return { role: roleIn(parent, whole), whole, taker: parent };
    }
    whole = parent;
  }
  return { role: 'value', whole, taker: undefined };
}

function sameNode(a: JavaNode | undefined, b: JavaNode): boolean {
  return a !== undefined && a.startIndex === b.startIndex && a.endIndex === b.endIndex;
}

/** Use of an argument; `undefined` when the call hands the text on (`format`, `concat`, `URI.create`). */
function ofArgument(whole: JavaNode, list: JavaNode): LiteralUse | undefined {
  const call = list.parent;
  if (!call) return { role: 'value', whole, taker: undefined };
  if (call.type === 'object_creation_expression') {
    const type = field(call, 'type')?.text ?? '';
    if (/^(?:java\.net\.)?UR[IL]$/.test(type) && named(list).length === 1) return undefined;
    return { role: /(?:Exception|Error|Failure)$/.test(type) ? 'message' : 'value', whole, taker: call };
  }
  if (call.type !== 'method_invocation') return { role: call.type === 'enum_constant' ? 'listed' : 'value', whole, taker: call };
  const name = field(call, 'name')?.text ?? '';
  const receiver = field(call, 'object')?.text ?? '';
  const first = sameNode(named(list)[0], whole);
  if (transparent.test(name) || (/^(?:UR[IL]|HttpUrl)$/.test(receiver) && /^(?:create|parse|get|of)$/.test(name))) return undefined;
  if (comparing.test(name)) return { role: 'comparison', whole, taker: call };
  if (printing.test(name) || loggers.test(receiver)) return { role: 'message', whole, taker: call };
  if (defaulting.test(name) || (!first && lookups.test(name))) return { role: 'fallback', whole, taker: call };
  if (listing.test(name)) return { role: 'listed', whole, taker: call };
  if ((/^set[A-Z]/.test(name) || (!first && /^put(?:IfAbsent)?$/.test(name))) && isFallbackPlace(call)) return { role: 'fallback', whole, taker: call };
  return { role: 'value', whole, taker: call };
}

function roleIn(parent: JavaNode, whole: JavaNode): LiteralRole {
  switch (parent.type) {
    case 'annotation_argument_list': case 'element_value_pair': case 'element_value_array_initializer':
      return 'annotation';
    case 'array_initializer':
      return 'listed';
    case 'switch_label':
      return 'comparison';
    case 'throw_statement':
      return 'message';
    case 'return_statement':
      return isFallbackPlace(whole) || isLastResort(parent) ? 'fallback' : 'value';
    case 'assignment_expression': case 'variable_declarator':
      return isFallbackPlace(whole) ? 'fallback' : 'value';
    default:
      return 'value';
  }
}

/** `if (…) return settings.getProperty("url"); return "http://localhost";`: what is returned when no setting answered. */
function isLastResort(statement: JavaNode): boolean {
  const callable = enclosingCallable(statement);
  if (!callable || statement.parent?.id !== field(callable, 'body')?.id) return false;
  return callable.descendantsOfType('return_statement').some((other) => other !== null && other.id !== statement.id && /\.(?:getProperty|getString|getenv|getRequiredProperty|getInitParameter)\(/.test(other.text));
}

/** `if (request.getServerName().contains("localhost")) url = "http://10.0.0.4"; else url = "http://10.0.0.5";`: one of two hosts, by the machine that runs. */
function choosesByMachine(condition: string, value: JavaNode): boolean {
  return /\.\s*get(?:ServerName|ServerPort|LocalAddr|LocalName|LocalHost|RequestURL|HostName|HostAddress)\s*\(/.test(condition) && !/\bnull\b|isEmpty|isBlank|isNull|has(?:Text|Length)/.test(condition)
    && !/localhost|127\.0\.0\.1/.test(value.text);
}

/** Inside a `catch`, or inside an `if` that asks whether something is missing: what is set there stands in for it. */
function isFallbackPlace(node: JavaNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'catch_clause') return true;
    if (at.type === 'if_statement') {
      const condition = field(at, 'condition');
      if (condition && !sameNode(condition, node) && !choosesByMachine(condition.text, node) && /\bnull\b|isEmpty|isBlank|isNull|isNotEmpty|isNotBlank|hasText|hasLength|length\(\)|equals|contains|startsWith/.test(condition.text)) return true;
    }
    if (/_declaration$|^lambda_expression$|_body$/.test(at.type) && at.type !== 'local_variable_declaration') return false;
  }
  return false;
}

/** The field that the use fills at construction: its initial value or an assignment in a constructor. */
function filledField({ taker }: LiteralUse): { readonly name: string; readonly declaration: JavaNode | undefined } | undefined {
  if (taker?.type === 'variable_declarator' && taker.parent?.type === 'field_declaration') return { name: nameOf(taker), declaration: taker.parent };
  if (taker?.type !== 'assignment_expression' || enclosingCallable(taker)?.type !== 'constructor_declaration') return undefined;
  return { name: simpleName(field(taker, 'left')?.text ?? ''), declaration: undefined };
}

/** `new StringProperty("service.url", "http://localhost:8080")`: a setting's name and the value that holds until someone sets it. */
function isDeclaredDefault({ taker, whole }: LiteralUse): boolean {
  if (taker?.type !== 'object_creation_expression' || !/(?:Property|Setting|Option|ConfigKey)$/.test(bareType(field(taker, 'type')))) return false;
  const [key, ...rest] = args(taker);
  if (rest.length > 0 && /^[\w.-]+$/.test(stringValue(key) ?? '')) return true;
  // A group may come before the name, which then is dotted.
  return args(taker).some((argument) => argument.startIndex < whole.startIndex && /^[\w-]+(?:\.[\w-]+)+$/.test(stringValue(argument) ?? ''));
}

/** Whether the use is only the default of a setting, or of a field that configuration or a setter replaces. */
export function isConfigurable(use: LiteralUse): boolean {
  if (isDeclaredDefault(use) || isFirstValue(use) || isSetAtConstruction(use)) return true;
  const filled = filledField(use);
  const type = use.taker && enclosingType(use.taker);
  if (!filled || !type) return false;
  const { name, declaration } = filled;
  if (declaration && !modifiers(declaration).has('final') && isReplacedLater(type, name)) return true;
  if (declaration && (modifiers(declaration).has('static') || modifiers(declaration).has('final'))) return false;
  return annotation(type, 'ConfigurationProperties', 'ConfigMapping', 'Data', 'Setter', 'Entity') !== undefined
    || (declaration !== undefined && annotation(declaration, 'Value', 'Setter', 'Parameter', 'ConfigProperty') !== undefined)
    || methodsOf(type).some((method) => nameOf(method).toLowerCase() === `set${name.toLowerCase()}`);
}

/** `String host = "localhost"; if (args.length > 0) host = args[0];`: what a local variable holds until something else is known. */
function isFirstValue({ taker }: LiteralUse): boolean {
  const callable = taker?.parent?.type === 'local_variable_declaration' ? enclosingCallable(taker) : undefined;
  return taker?.type === 'variable_declarator' && callable !== undefined && isReplacedLater(callable, nameOf(taker));
}

/** `this.setUrl("ldap://localhost")` in a constructor: whoever makes the object may set another one. */
function isSetAtConstruction({ taker }: LiteralUse): boolean {
  if (taker?.type !== 'method_invocation' || !/^set[A-Z]/.test(nameOf(taker)) || enclosingCallable(taker)?.type !== 'constructor_declaration') return false;
  return ['this', 'super', undefined].includes(field(taker, 'object')?.type);
}

/** Whether a method gives the field another value, which is not written in the code: `this.url = context.getProperty("url")`. */
function isReplacedLater(type: JavaNode, name: string): boolean {
  return type.descendantsOfType('assignment_expression').some((assignment) => {
    const right = assignment ? field(assignment, 'right') : undefined;
    return assignment !== null && right !== undefined && !['string_literal', 'null_literal', 'binary_expression'].includes(right.type) && simpleName(field(assignment, 'left')?.text ?? '') === name;
  });
}

/** How this file uses what a declarator declares. */
export function usesOf(declarator: JavaNode): readonly LiteralUse[] {
  const name = nameOf(declarator);
  return identifiersNamed(declarator.tree.rootNode, name).filter((each) => each.startIndex !== field(declarator, 'name')?.startIndex).map(literalUse);
}

/** Whether a call may stand in place of the literal: not in constants that other files or annotations need at compile time. */
export function mayBeComputed(literal: JavaNode, { taker }: LiteralUse): boolean {
  if (literal.text.startsWith('"""')) return false;
  const declaration = taker?.type === 'variable_declarator' ? taker.parent : undefined;
  if (declaration?.type === 'constant_declaration') return false;
  if (!taker || declaration?.type !== 'field_declaration' || !modifiers(declaration).has('final') || !modifiers(declaration).has('static')) return true;
  return modifiers(declaration).has('private') && usesOf(taker).every(({ role, taker: by }) => role !== 'annotation' && by?.type !== 'switch_label');
}

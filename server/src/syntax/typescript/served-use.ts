import { ts } from 'ts-morph';
import type { Holder, Use } from './module-state.js';
import { callersAround, handlerAround, isDevelopmentOnly, namesAround, runsAtLoad } from './surroundings.js';

const registering = /^_*(?:register|define|install|provide|mount|hook|extend|declare|use|plugin|on|off|subscribe|configure|init|initiali[sz]e|setup|bootstrap|boot|start|startup|connect|preload|warm|load(?:All|Plugins?|Config\w*|Modules?|Routes?|Settings|Types?|Models?|Extensions?|Locales?|Languages?)?|reload\w*|reset\w*|main|constructor|onModuleInit|onApplicationBootstrap|add(?:Plugin|Handler|Listener|Hook|Route|Type|Filter|Rule|Provider|Strategy|Adapter|Transport|Command|Extension|Middleware|Helper|Validator|Formatter|Resolver|Migration|Module|Component|Alias|Keyword|Model|Schema|Driver|Parser|Processor)s?|(?:register|init|setup|configure|install|define|bootstrap)[A-Z_]\w*)$/;

/** A decorator runs when the class that it stands on is loaded: `(target, propertyKey) => …`. */
function isInDecorator(use: Use): boolean {
  return callersAround(use.node).some(({ parameters: [target, key] }) => /^_?target$/.test(target?.name.getText() ?? '') && /^_?(?:prop(?:erty)?(?:Key|Name)?|key|method(?:Name)?|descriptor|context)$/.test(key?.name.getText() ?? ''));
}

/** A function that declares a class and hands it out runs while the modules load that extend it. */
function isInClassMaker(use: Use): boolean {
  return callersAround(use.node).some((each) => each.body !== undefined && ts.isBlock(each.body) && each.body.statements.some((statement) => ts.isClassDeclaration(statement) || (ts.isReturnStatement(statement) && statement.expression !== undefined && ts.isClassExpression(statement.expression))));
}

/** Whether a use runs while the program serves: not while modules load, not in a function that registers or starts things. */
export function runsLater(use: Use): boolean {
  if (runsAtLoad(use.node) || isInDecorator(use) || isInClassMaker(use)) return false;
  if (handlerAround(use.node)) return !isDevelopmentOnly(use.node);
  return !namesAround(use.node).some((name) => registering.test(name)) && !isDevelopmentOnly(use.node);
}

const changing: ReadonlySet<Use['kind']> = new Set(['put', 'remove', 'replace']);

/** `list = [...list, item]` and `list = list.filter(…)` change what was gathered; `list = await load()` fetches it anew. */
function gathers(holder: Holder, use: Use): boolean {
  const value = use.value?.getText() ?? '';
  return new RegExp(`\\.\\.\\.(?:this\\.|\\w+\\.)?${holder.name}\\b|\\b${holder.name}\\.(?:concat|filter)\\(`).test(value) || /^Object\.assign\(/.test(value);
}

/** Changes of a table or list that add something while the program serves: a holder that is only emptied holds nothing. */
export function growthOf(holder: Holder): readonly Use[] {
  const later = holder.uses.filter((use) => changing.has(use.kind) && runsLater(use));
  return later.some((use) => use.kind === 'put' || (use.kind === 'replace' && gathers(holder, use))) ? later : [];
}

import { dirname } from '../../base/paths.js';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import type { Fact, Model } from '../../contract/workspace.js';
import { calleeOf, importsPackage, isGenerated } from '../../syntax/go/ask.js';
import { choiceAround } from '../../syntax/go/choice.js';
import { span } from '../../syntax/tree-sitter/nodes.js';

/** A call that makes a store, a driver or the like, and the branch around it that a setting decides. */
export interface GoMade {
  readonly maker: string;
  /** Import path of the maker's package; '' for the file's own package. */
  readonly path: string;
  /** Left out where no setting decides. */
  readonly setting?: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Go code that makes what may have alternatives: see {@link GoMade}. */
    'go.made': GoMade;
  }
}

/** Whether an import path names the package in a folder; the module may stand in a folder of the workspace. */
export function isPackageIn(path: string, folder: string): boolean {
  return folder !== '' && (path.endsWith(`/${folder}`) || path.endsWith(`/${folder.replace(/^[\w.-]+\//, '')}`));
}

/** The choice that decides whether what one of the makers of a file makes is used at all; `undefined` when some call makes it in any case. */
export function choiceOfMaking(model: Model, file: string, makers: readonly string[]): Fact<'go.made'> | undefined {
  const folder = dirname(file);
  const calls = model.factsFor('go.made', file).filter(({ value: { maker, path }, file: caller }) => makers.includes(maker) && (path === '' ? dirname(caller) === folder : isPackageIn(path, folder)));
  return calls.every(({ value }) => value.setting !== undefined) ? calls[0] : undefined;
}

/** Files in which something decides between several. */
const branches = /^\t+(?:case |default:)|\} else (?:if [^\n]*)?\{|^\tif [^\n]*\{\r?\n[^\n]*\breturn [^\n]*[nN]ew\w*\(/m;
/** Makers of what may have alternatives: by what the name says, or the package. */
const alternatives = /\b(?:[nN]ew|Open)(?:(?:[A-Z]\w*)?(?:Stor(?:e|age)|Cache|DB|Database|Repo|Broker|Queue|Bus|Limiter|Locker|LS|Backend|Driver|Hub|Searcher|Sessions)|(?:In)?Mem\w*|Local\w*|Bolt\w*|Badger\w*|Redis\w*|S[qQ][lL]ite\w*)\(|\b(?:memory|memstore|mem|local|bolt|badger|sqlite|redis)\.New\w*\(/;

const branchesKey = {};

/** `go.made`: see the kind. */
export const goMadeFacts: FactExtractor = {
  kinds: ['go.made'],
  matchers: [factMatcher({
    language: 'go',
    needles: [[branches, alternatives]],
    on: {
      call_expression(call, cx) {
        const callee = calleeOf(cx, call);
        if (!callee || callee.receiver || !cx.once(branchesKey, () => branches.test(cx.text)) || !alternatives.test(`${callee.token.text}(`) || isGenerated(cx) || importsPackage(cx, call, /^testing$/)) return;
        const choice = choiceAround(call);
        cx.emit('go.made', span(callee.token), { maker: callee.name, path: callee.path ?? '', ...(choice ? { setting: choice.setting } : {}) });
      },
    },
  })],
};

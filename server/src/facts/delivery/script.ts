import { LineMap } from '../../base/text.js';
import type { TextLine } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { DeliveryScript } from './kinds.js';
import { folder } from './reader.js';
import { meaningsOf, type CommandMeaning } from './work.js';

/** Words of which a script that does something for the product holds one. */
const telling = /\b(?:mvnw?|gradlew?|npm|pnpm|yarn|bun|npx|pytest|tox|nox|unittest|coverage|manage\.py|phpunit|pest|artisan|composer|dotnet|msbuild|go|golangci-lint|docker|podman|buildah|kaniko|buildctl|ko|pack|jib|kubectl|oc|helm|helmfile|argocd|skaffold|flux|kustomize|cf|eb|heroku|gcloud|aws|az|fly|flyctl|terraform|pulumi|ansible-playbook|scp|rsync|ssh|sonar-scanner|trivy|snyk|make|tsc|webpack|jest|vitest|mocha|eslint|ruff|flake8|mypy|cargo|rspec|rake|sbt|ant|javac|kind|minikube|bash|sh)\b/;

function scriptOf(cx: FactFileContext, meanings: readonly { readonly meaning: CommandMeaning; readonly at: { readonly start: number; readonly end: number } }[]): DeliveryScript {
  const lines = new LineMap(cx.text);
  const dir = '';
  return {
    works: meanings.flatMap(({ meaning, at }) => meaning.done.map((done) => ({ ...done, at: lines.range(at) }))),
    calls: meanings.flatMap(({ meaning, at }) => meaning.calls.map((call) => ({ what: call.what, name: call.name, dir: folder(dir, call.dir), at: lines.range(at) }))),
  };
}

function isEmpty({ works, calls }: DeliveryScript): boolean {
  return works.length === 0 && calls.length === 0;
}

const shell = factMatcher({
  language: 'lines', files: ['**/*.sh'], needles: [[telling]],
  on: {
    file({ lines: [first] }, cx) {
      const script = scriptOf(cx, meaningsOf(cx.text).map((meaning) => ({ meaning, at: meaning })));
      if (first && !isEmpty(script)) cx.emit('delivery.script', { start: first.start, end: Math.max(first.end, first.start + 1) }, script);
    },
  },
});

interface Target {
  readonly name: string;
  readonly at: TextLine;
  readonly needs: readonly string[];
  readonly recipe: TextLine[];
}

/** Targets of a makefile with what has to be made before them; variables and patterns name none. */
function targetsOf(lines: readonly TextLine[]): readonly Target[] {
  const targets: Target[] = [];
  let open: readonly Target[] = [];
  for (const line of lines) {
    const head = /^([\w./-]+(?:[ \t]+[\w./-]+)*)[ \t]*::?(?!=)[ \t]*([^=#;]*)(?:[;#].*)?$/.exec(line.text);
    if (line.text.startsWith('\t')) open.forEach(({ recipe }) => recipe.push(line));
    else if (head?.[1] !== undefined) {
      const needs = (head[2] ?? '').split(/\s+/).filter((name) => /^[\w./-]+$/.test(name));
      open = head[1].split(/\s+/).filter((name) => !name.startsWith('.')).map((name) => ({ name, at: line, needs, recipe: [] }));
      targets.push(...open);
    } else if (line.text.trim() !== '' && !line.text.startsWith('#') && !/^(?:ifn?def|ifn?eq|else|endif)\b/.test(line.text)) open = [];
  }
  return targets;
}

function ofTarget(cx: FactFileContext, { name, needs, recipe, at }: Target): DeliveryScript {
  const found = recipe.flatMap((line) => meaningsOf(line.text.replace(/^\t[@+-]*/, '').replace(/\$\((?:MAKE)\)/g, 'make').replace(/\$\(([A-Za-z_]\w*)\)/g, (_all, variable: string) => variable.toLowerCase())).map((meaning) => ({ meaning, at: line })));
  const script = scriptOf(cx, found);
  const range = new LineMap(cx.text).range(at);
  return { ...script, target: name, calls: [...script.calls, ...needs.map((need) => ({ what: 'make' as const, name: need, dir: '', at: range }))] };
}

const makefile = factMatcher({
  language: 'lines', files: ['**/{Makefile,makefile,GNUmakefile}'], needles: 'always',
  on: {
    file({ lines }, cx) {
      for (const target of targetsOf(lines)) {
        const script = ofTarget(cx, target);
        if (!isEmpty(script)) cx.emit('delivery.script', { start: target.at.start, end: target.at.start + target.name.length }, script);
      }
    },
  },
});

/** `delivery.script`: what shell scripts and makefiles do that a pipeline may call. */
export const deliveryScriptFacts: FactExtractor = { kinds: ['delivery.script'], matchers: [shell, makefile] };

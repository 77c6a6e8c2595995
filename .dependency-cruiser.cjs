// The layers of docs/architecture.md, enforced: who may import whom.
const server = 'server/src';
const layer = (name) => `^${server}/${name}/`;
const only = (name, from, allowed) => ({
  name, severity: 'error',
  from: { path: from },
  to: { path: `^(?:${server}|client)/`, pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    only('base-imports-nothing-of-ours', layer('base'), []),
    only('contract-imports-base', layer('contract'), [layer('base')]),
    only('autoscaling-is-arithmetic', layer('autoscaling'), [layer('base')]),
    only('laboratory-is-text-in-answers-out', layer('laboratory'), [layer('base'), layer('contract'), layer('autoscaling'), layer('facts')]),
    only('assessment-is-pure', layer('assessment'), [layer('base'), layer('contract'), layer('facts'), layer('syntax')]),
    only('syntax-knows-no-rules', layer('syntax'), [layer('base'), layer('contract')]),
    only('facts-see-one-file', layer('facts'), [layer('base'), layer('contract'), layer('syntax')]),
    only('generators-are-pure', layer('generators'), [layer('base'), layer('contract'), layer('facts'), layer('syntax')]),
    only('rules-know-no-engine', layer('rules'), [layer('base'), layer('contract'), layer('syntax'), layer('facts'), layer('generators')]),
    only('engine-knows-no-rule-host-or-mouth', layer('engine'), [layer('base'), layer('contract'), layer('syntax'), layer('facts')]),
    only('host-below-mouths', layer('host'), [layer('base'), layer('contract'), layer('autoscaling'), layer('syntax'), layer('engine'), layer('generated')]),
    only('worker-below-mouths', layer('worker'), [layer('base'), layer('contract'), layer('syntax'), layer('assessment'), layer('engine'), layer('host')]),
    only('report-is-findings-in-string-out', layer('report'), [layer('base'), layer('contract'), layer('assessment'), layer('engine'), layer('host'), layer('generated')]),
    only('pages-run-in-a-browser', '^pages/', [layer('base'), layer('contract'), layer('autoscaling'), `^${server}/laboratory/`]),
    { name: 'cli-and-lsp-are-apart', severity: 'error', from: { path: layer('cli') }, to: { path: layer('lsp') } },
    { name: 'lsp-and-cli-are-apart', severity: 'error', from: { path: layer('lsp') }, to: { path: layer('cli') } },
    { name: 'client-knows-no-server', severity: 'error', from: { path: '^client/' }, to: { path: `^${server}/` } },
    { name: 'server-knows-no-client', severity: 'error', from: { path: `^${server}/` }, to: { path: '^client/' } },
    { name: 'only-the-client-imports-vscode', severity: 'error', from: { pathNot: '^(?:client|test/editor)/' }, to: { path: '^vscode$|node_modules/(?:@types/vscode|vscode-languageclient)/' } },
    { name: 'only-lsp-imports-the-protocol', severity: 'error', from: { path: `^${server}/`, pathNot: layer('lsp') }, to: { path: 'node_modules/vscode-languageserver/' } },
    { name: 'rules-are-independent', severity: 'error', from: { path: `^${server}/rules/([^/]+/[^/]+)/` }, to: { path: `^${server}/rules/`, pathNot: `^${server}/rules/$1/` } },
    { name: 'pure-layers-do-no-io', severity: 'error', from: { path: `^${server}/(?:base|contract|autoscaling|laboratory|assessment|facts|generators|rules|engine)/` }, to: { path: '^(?:node:)?(?:fs|fs/promises|path|os|child_process|net|http|https|worker_threads|process)$' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/cases/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
};

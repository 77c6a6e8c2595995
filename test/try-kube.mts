import { readdirSync, readFileSync, statSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { scan } from './harness/run.js';
import { applications } from '../server/src/generators/application/find.js';
import { planFor } from '../server/src/generators/kubernetes/plan.js';
import { plainFiles } from '../server/src/generators/kubernetes/plain.js';
import { kustomizeFiles } from '../server/src/generators/kubernetes/kustomize.js';
import { helmFiles } from '../server/src/generators/kubernetes/helm.js';
import { notesOf } from '../server/src/generators/kubernetes/set.js';
const [root = '', out = '', locale = 'en'] = process.argv.slice(2);
const files = new Map<string, string>();
const walk = (dir: string): void => { for (const n of readdirSync(join(root, dir))) { if (/^(node_modules|\.git|target|k8s)$/.test(n)) continue; const p = dir === '' ? n : `${dir}/${n}`; if (statSync(join(root, p)).isDirectory()) walk(p); else files.set(p, readFileSync(join(root, p), 'utf8')); } };
walk('');
const { conclusion: { model } } = await scan(files);
for (const application of applications(model, '')) {
  const plan = planFor({ model, application, text: (p) => files.get(p), locale: locale as 'en' });
  for (const n of notesOf(plan)) console.log('NOTE', n);
  for (const f of [...plainFiles(plan), ...kustomizeFiles(plan), ...helmFiles(plan)]) { const to = join(out, f.path); mkdirSync(dirname(to), { recursive: true }); writeFileSync(to, f.text); console.log(`#### ${f.path}\n${f.text}`); }
}

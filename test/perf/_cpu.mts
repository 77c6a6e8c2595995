import { DiskHost } from '/work/main/server/src/host/disk.js';
import { productRuleset } from '/work/main/server/src/host/ruleset.js';
import { Workspace } from '/work/main/server/src/host/workspace.js';
import { AdapterPool } from '/work/main/server/src/syntax/load.js';
const root = process.argv[2]!;
const t = () => { const c = process.cpuUsage(); return (c.user + c.system) / 1000; };
let a = t();
const ws = new Workspace(new DiskHost(root), productRuleset(), new AdapterPool());
const tasks = ws.tasks();
console.log('open', t() - a); a = t();
for (const { path } of tasks) await ws.update(path);
console.log('update', t() - a); a = t();
await ws.lookUp();
console.log('lookup', t() - a); a = t();
const c = ws.conclude();
console.log('conclude', t() - a, c.findings.length);
const m = c.model as any;
console.log([...m.byKind].map(([k, v]: any) => k + ' ' + v.length).join(', '));
for (let i = 0; i < Number(process.argv[3] ?? 5); i++) { (globalThis as any).round = i; a = t(); const p = performance.now(); ws.conclude(); console.log('again cpu', t() - a, 'wall', performance.now() - p); }

import assert from 'node:assert/strict';
import { rules } from '../../../server/src/generated/registry.js';
import { casesOf } from '../../harness/cases.js';
import { scan } from '../../harness/run.js';

async function findingsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.findings.map(({ severity, rule, file, range }) => `${severity} ${rule} ${file}:${range.startLine}`);
}

describe('TypeScript and JavaScript as they are found', () => {
  it('break off anywhere without a rule failing', async () => {
    const files = rules.flatMap(({ meta }) => casesOf(meta.id)).flatMap((each) => [...each.files]).filter(([path]) => /\.[cm]?[jt]sx?$/.test(path));
    assert.ok(files.length > 60, `${files.length} files`);
    for (const share of [0.35, 0.6, 0.85]) {
      await findingsOf(Object.fromEntries(files.map(([path, text], index) => [`p${index}/${path}`, text.slice(0, Math.floor(text.length * share))])));
    }
  });

  it('may hold JSX, decorators of both generations and types that only TypeScript has', async () => {
    const component = 'import { useState } from "react";\nconst cache = {};\nexport function Cart({ items }) {\n  const [open, setOpen] = useState(false);\n  cache[items.length] = open;\n  return <ul onClick={() => setOpen(!open)}>{items.map((each) => <li key={each.id}>{each.name}</li>)}</ul>;\n}\n';
    const controller = '@Controller("orders")\nexport class Orders<const T extends readonly string[]> {\n  @Inject() private accessor shop!: Shop;\n  @Get(":id") find(@Param("id") id: string): asserts id is T[number] {}\n}\ndeclare global { namespace Express { interface Request { user?: string } } }\nenum State { Open = 1 << 0 }\nexport = Orders;\n';
    assert.deepEqual(await findingsOf({ 'web/cart.jsx': component, 'web/cart.tsx': component, 'src/orders.ts': controller }), []);
  });

  it('may begin with a byte order mark or a first line for the shell, and end lines as Windows does', async () => {
    const server = 'const express = require("express");\r\nconst session = require("express-session");\r\nconst app = express();\r\napp.use(session({ secret: process.env.SECRET }));\r\napp.listen(process.env.PORT);\r\n';
    const found = await findingsOf({ 'app.js': `\uFEFF${server}`, 'package.json': '{ "name": "shop", "main": "app.js", "dependencies": { "express": "^5.1.0" } }' });
    assert.ok(found.includes('error state/http-session app.js:4'), found.join('\n'));
    assert.deepEqual(await findingsOf({ 'bin/load.js': `#!/usr/bin/env node\n${server.replaceAll('\r', '').replace('app.listen(process.env.PORT);', '')}` }), []);
  });

  it('may define names in circles', async () => {
    const found = await findingsOf({ 'src/circles.js': 'const fs = require("fs");\nvar a = b, b = a;\nconst dir = join(dir, "x");\nfunction path() { return path(); }\nexports.keep = (text) => fs.writeFileSync(path(), text);\nexports.put = (text) => fs.writeFileSync(dir, a ?? b);\nfunction tick() { tock(); }\nfunction tock() { setTimeout(tick, 1000); }\nclass A extends A { static x = A.x; }\n' });
    assert.deepEqual(found.filter((each) => each.startsWith('error')), []);
  });

  it('may be written with syntax errors, conflict marks or in another language altogether', async () => {
    const texts = ['<<<<<<< HEAD\nconst carts = {};\n=======\nconst carts = new Map();\n>>>>>>> other\nexports.add = (req) => { carts[req.id] = req.body; };\n', 'function ( { [ ` ${ "', '<?php session_start(); $_SESSION["a"] = 1;', 'import from from from "from";\nexport default class extends {}\n', '\u0000\u0001\u0002const x = 1;\n'];
    const found = await findingsOf(Object.fromEntries(texts.map((text, index) => [`src/broken${index}.ts`, text])));
    assert.deepEqual(found.filter((each) => !each.includes('broken0')), []);
  });

  it('has lines of megabytes and expressions that nest deeply', async () => {
    const bundle = `!function(){var carts={};${'function a(b){carts[b.id]=b;return setInterval(function(){db.orders.deleteMany()},9)};'.repeat(30_000)}}();`;
    const deep = `const session = require('express-session');\nconst value = ${'('.repeat(300)}1${')'.repeat(300)};\nconst text = ${Array.from({ length: 600 }, () => "'a'").join(' + ')};\nconst f = ${'() => '.repeat(200)}1;\n`;
    const found = await findingsOf({ 'src/bundle.js': bundle, 'src/deep.js': deep });
    assert.deepEqual(found, []);
  });
});

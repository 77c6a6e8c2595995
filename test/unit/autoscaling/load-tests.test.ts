import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { LoadTest } from '../../../server/src/autoscaling/load-test/collector.js';
import { fromSummary } from '../../../server/src/autoscaling/load-test/summaries.js';
import { readLoadTest, type ReadLoadTest } from '../../../server/src/host/load-test-file.js';

const measured = join(import.meta.dirname, 'load-tests');
const dir = mkdtempSync(join(tmpdir(), 'monolift-load-'));
after(() => rmSync(dir, { recursive: true }));

const said = (notes: ReadLoadTest['notes']): string => notes.map(({ en }) => en).join();

function read(text: string | Uint8Array, name = 'result'): Promise<ReadLoadTest> {
  const path = join(dir, name);
  writeFileSync(path, text);
  return readLoadTest(path);
}

const told = ({ tool, duration, requests, errors, mean, p95, users }: LoadTest): readonly unknown[] => [tool, duration, requests, errors, Math.round(mean), p95 && Math.round(p95), users];

describe('load tests as the tools wrote them', () => {
  it('JMeter 5.6, CSV: transactions stand beside their samples', async () => {
    assert.deepEqual(told((await readLoadTest(join(measured, 'jmeter.csv'))).test), ['JMeter', 11, 218, 7, 26, 45, 8]);
  });
  it('JMeter 5.6, XML: transactions contain their samples', async () => {
    const text = readFileSync(join(measured, 'jmeter.xml'), 'utf8');
    const elapsed = [...text.matchAll(/<httpSample t="(\d+)"/g)].map(([, time]) => Number(time));
    const { test, notes } = await readLoadTest(join(measured, 'jmeter.xml'));
    assert.equal(test.requests, elapsed.length);
    assert.ok(Math.abs(test.mean - elapsed.reduce((sum, time) => sum + time, 0) / elapsed.length) < 1e-9);
    assert.deepEqual(notes, []);
  });
  it('Locust 2.47, history of statistics', async () => {
    const { test } = await readLoadTest(join(measured, 'locust_stats_history.csv'));
    assert.deepEqual(told(test), ['Locust', 13, 259, 5, 29, undefined, 8]);
    assert.equal(test.p95AtMost, 85);
  });
});

describe('load tests by their documented form', () => {
  it('JMeter counts a page with its parts once', async () => {
    const { test } = await read('<?xml version="1.0"?>\n<testResults version="1.2">\n<httpSample t="90" ts="1700000000000" s="true" lb="page" rm="OK" dt="text" na="1"><httpSample t="30" ts="1700000000000" s="true" rm="OK"/></httpSample>\n<httpSample t="50" ts="1700000001000" s="false" rm="Bad" dt="text" na="2"/>\n</testResults>\n');
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users], ['JMeter', 2, 2, 1, 70, 2]);
    assert.ok(Math.abs((test.p95 ?? 0) - 90) < 2);
  });

  const point = (metric: string, second: number, value: number, tags = {}): string => JSON.stringify({ metric, type: 'Point', data: { time: `2026-03-01T10:00:0${second}.5+09:00`, value, tags } });
  it('k6, a line for each measurement', async () => {
    const lines = ['{"type":"Metric","data":{"name":"http_req_duration"},"metric":"http_req_duration"}', point('vus', 0, 5), point('http_req_duration', 0, 100, { expected_response: 'true' }), point('http_reqs', 0, 1), point('http_req_duration', 3, 300, { expected_response: 'false' }), 'broken {'];
    const { test, notes } = await read(`${lines.join('\r\n')}\r\n`);
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users], ['k6', 4, 2, 1, 200, 5]);
    assert.match(said(notes), /1 lines could not be read/);
  });
  it('k6, CSV', async () => {
    const { test } = await read('metric_name,timestamp,metric_value,check,error,expected_response,status\nhttp_req_duration,1700000000,120,,,true,200\nvus,1700000000,7,,,,\nhttp_req_duration,1700000001,80,,,false,500\n');
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users], ['k6', 2, 2, 1, 100, 7]);
  });
  it('k6, both forms of its summary', () => {
    const values = { http_reqs: { count: 600, rate: 20 }, http_req_duration: { avg: 50, 'p(95)': 120 }, http_req_failed: { value: 0.01 }, vus_max: { max: 30 } };
    const wanted = { tool: 'k6', duration: 30, requests: 600, errors: 6, throughput: 20, mean: 50, p95: 120, users: 30, intervals: [] };
    assert.deepEqual(fromSummary({ metrics: values }), wanted);
    const nested = Object.fromEntries(Object.entries({ ...values, http_req_failed: { rate: 0.01 } }).map(([name, each]) => [name, { type: 'x', values: each }]));
    assert.deepEqual(fromSummary({ metrics: nested, state: { testRunDurationMs: 30_000 } }), wanted);
  });

  it('Gatling, the logs of several releases', async () => {
    const log = ['RUN\tshop.Buy\tbuy\t1700000000000\t \t3.9.5', 'USER\tbuy\tSTART\t1700000000100', 'REQUEST\t\tcart\t1700000000200\t1700000000300\tOK\t ', 'REQUEST\tbuy\t1\tgroup\tpay\t1700000002000\t1700000002300\tKO\tstatus', 'USER\tbuy\t1\tSTART\t1700000002000\t1700000002000', 'REQUEST\tcut off'];
    const { test, notes } = await read(`${log.join('\n')}\n`);
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users], ['Gatling', 3, 2, 1, 200, 2]);
    assert.match(said(notes), /1 lines could not be read/);
  });
  it('Gatling, statistics', () => {
    const stats = { numberOfRequests: { total: 900, ok: 890, ko: 10 }, meanResponseTime: { total: 45 }, percentiles3: { total: 130 }, meanNumberOfRequestsPerSecond: { total: 15 } };
    const wanted = { tool: 'Gatling', duration: 60, requests: 900, errors: 10, throughput: 15, mean: 45, p95: 130, intervals: [] };
    assert.deepEqual(fromSummary(stats), wanted);
    assert.deepEqual(fromSummary({ type: 'GROUP', name: 'All Requests', stats }), wanted);
  });
  it('Gatling’s binary logs are told from text', async () => {
    await assert.rejects(read(new Uint8Array([0, 3, 0, 0, 1])), /binary log, as Gatling writes since 3\.12; name js\/stats\.json/);
  });

  it('nGrinder tells means and deviations, so that 95 % can only be bounded', async () => {
    const { test } = await read('DateTime,vuser,Tests,Errors,Mean_Test_Time_(ms),Test_Time_Standard_Deviation_(ms),TPS,Peak_TPS\n2026-03-01 10:00:00,10,100,0,50.0,10.0,50.0,60\n2026-03-01 10:00:02,20,98,2,50.0,10.0,49.0,60\n');
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users, test.p95], ['nGrinder', 4, 200, 2, 50, 20, undefined]);
    assert.ok(Math.abs((test.p95AtMost ?? 0) - (50 + 10 * Math.sqrt(19))) < 1e-6);
  });
});

describe('files that are no load test', () => {
  it('are told so', async () => {
    for (const text of ['', 'hello\nworld\n', '{"a":1}', '{', '<html></html>', 'a,b\n1,2\n']) await assert.rejects(read(text), /neither a table with `time`|no request that was measured/, JSON.stringify(text));
    await assert.rejects(read('timeStamp,elapsed,label,success\n'), /is of JMeter, but holds no request/);
  });
  it('cut off in the middle count as far as they go', async () => {
    const xml = await read('<?xml version="1.0"?><testResults><httpSample t="9" ts="1700000000000" s="true" rm="OK" dt="text"/><httpSample t="5" ts="17000');
    assert.equal(xml.test.requests, 1);
    assert.match(said(xml.notes), /ends in the middle/);
    const csv = await read('timeStamp,elapsed,label,responseMessage,success\n1700000000000,5,a,OK,true\n1700000000100,7,"a,OK,tr');
    assert.equal(csv.test.requests, 1);
    assert.ok(csv.notes.length > 0, 'nothing is said of the broken row');
  });
  it('may be longer than memory', async () => {
    const path = join(dir, 'long.csv');
    const out = createWriteStream(path);
    const row = (index: number): string => `${1_700_000_000_000 + index * 2},${20 + (index % 50)},cart,200,OK,Users 1-1,text,true,,124,121,3,3,http://shop.example/cart,20,0,1\n`;
    out.write('timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n');
    for (let chunk = 0; chunk < 40; chunk++) if (!out.write(Array.from({ length: 5000 }, (_, index) => row(chunk * 5000 + index)).join(''))) await once(out, 'drain');
    out.end();
    await once(out, 'finish');
    const { test } = await readLoadTest(path);
    assert.deepEqual([test.requests, test.duration], [200_000, 401]);
  });
});

import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { once } from 'node:events';
import iconv from 'iconv-lite';
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

/** Requests, errors, and what the tool itself says of mean, 95th percentile and rate, as near as it rounds. */
function agrees({ requests, errors, mean, p95 = Number.NaN, throughput }: LoadTest, wanted: readonly [number, number], tool: Readonly<Record<'mean' | 'p95' | 'throughput', readonly [number, number]>>): void {
  assert.deepEqual([requests, errors], wanted);
  for (const [name, actual] of Object.entries({ mean, p95, throughput })) {
    const [said, within] = tool[name as keyof typeof tool];
    assert.ok(Math.abs(actual - said) <= within, `${name}: ${actual} is not ${said} ± ${within}`);
  }
}

describe('load tests as the tools wrote them', () => {
  const file = async (name: string): Promise<ReadLoadTest> => readLoadTest(join(measured, name));

  it('JMeter 5.6, CSV: transactions stand beside their samples', async () => {
    const { test } = await file('jmeter.csv');
    assert.deepEqual(told(test), ['JMeter', 9.463, 218, 7, 26, 44, 8]);
  });
  it('JMeter 5.6, XML: transactions contain their samples', async () => {
    const text = readFileSync(join(measured, 'jmeter.xml'), 'utf8');
    const elapsed = [...text.matchAll(/<httpSample t="(\d+)"/g)].map(([, time]) => Number(time));
    const { test, notes } = await file('jmeter.xml');
    assert.equal(test.requests, elapsed.length);
    assert.ok(Math.abs(test.mean - elapsed.reduce((sum, time) => sum + time, 0) / elapsed.length) < 1e-9);
    assert.deepEqual(notes, []);
  });
  it('Locust 2.47, history of statistics', async () => {
    const { test } = await file('locust_stats_history.csv');
    assert.deepEqual(told(test), ['Locust', 12, 259, 5, 29, undefined, 8]);
    assert.equal(test.p95AtMost, 85);
  });

  // What k6 printed at the end of these two runs: 114 requests, 13.67 a second, 1 failed, avg 26.84 ms, p(95) 65.97 ms; 113, 13.61, 1, 26.32 and 65.18.
  it('k6 0.57, a line for each measurement, CSV and summaries', async () => {
    const first = { mean: [26.842, 0.001], p95: [65.969, 0.1], throughput: [13.674, 0.01] } as const;
    const [lines, csv, summary, exported] = await Promise.all(['k6.json', 'k6.csv', 'k6-handle-summary.json', 'k6-summary-export.json'].map(file));
    agrees(lines!.test, [114, 1], first);
    // Its times are whole seconds.
    agrees(csv!.test, [114, 1], { ...first, throughput: [13.674, 0.6] });
    agrees(summary!.test, [114, 1], { mean: [26.842, 0.001], p95: [65.969, 0.001], throughput: [13.674, 0.001] });
    agrees(exported!.test, [113, 1], { mean: [26.323, 0.001], p95: [65.179, 0.001], throughput: [13.608, 0.001] });
    assert.deepEqual([lines, csv, summary, exported].map((each) => [each?.test.tool, each?.test.users, each?.notes.length]), Array.from({ length: 4 }, () => ['k6', 6, 0]));
  });

  // What Gatling printed: 180 requests, 6 KO, mean 27 ms, 95th percentile 66 ms, 25.714 a second (over 7 whole seconds; it ran for 6.86).
  it('Gatling 3.10, log and statistics', async () => {
    const log = await file('gatling-3.10.log');
    agrees(log.test, [180, 6], { mean: [27, 0.5], p95: [66, 0.5], throughput: [180 / 6.859, 0.001] });
    assert.deepEqual([log.test.users, log.notes], [7, []]);
    agrees((await file('gatling-3.10-stats.json')).test, [180, 6], { mean: [27, 0], p95: [66, 0], throughput: [25.714, 0.001] });
  });
  // And of another run: 180 requests, 3 KO, mean 29 ms, 95th percentile 72 ms, 25.71 a second.
  it('Gatling 3.13, whose report holds its statistics in a script', async () => {
    agrees((await file('gatling-3.13-stats.js')).test, [180, 3], { mean: [29, 0], p95: [72, 0], throughput: [25.71, 0.001] });
    await assert.rejects(file('gatling-3.13.log'), /gatling-3\.13\.log is a binary log, as Gatling writes since 3\.12; name js\/stats\.js \(or js\/stats\.json\)/);
  });
});

describe('files of the tools that were damaged', () => {
  const names = ['jmeter.csv', 'jmeter.xml', 'locust_stats_history.csv', 'k6.json', 'k6.csv', 'k6-handle-summary.json', 'gatling-3.10.log', 'gatling-3.10-stats.json', 'gatling-3.13-stats.js'];
  const bytesOf = (name: string): Buffer => readFileSync(join(measured, name));

  for (const name of names) {
    it(`${name}, cut off in the middle of a line: counts as far as it goes, or says so`, async () => {
      const bytes = bytesOf(name);
      const half = bytes.subarray(0, bytes.lastIndexOf('\n', bytes.length / 2) + 12);
      if (name.endsWith('.json') && name !== 'k6.json') return assert.rejects(read(half, name), /begins as JSON but cannot be read to its end; it may have been cut off/);
      // The statistics of all requests stand at the beginning of the script.
      if (name.endsWith('.js')) return assert.rejects(read(bytes.subarray(0, 900), name), /cannot be read to its end/);
      const [whole, { test, notes }] = [await readLoadTest(join(measured, name)), await read(half, name)];
      assert.ok(test.requests > whole.test.requests / 5 && test.requests < whole.test.requests, `${test.requests} of ${whole.test.requests}`);
      assert.match(said(notes), /could not be read|ends in the middle/);
    });
    it(`${name} in UTF-16`, async () => {
      await assert.rejects(read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytesOf(name).toString('utf8'), 'utf16le')]), name), /is written in UTF-16; save it as UTF-8/);
    });
    it(`${name}, begun and left`, async () => {
      const [first = ''] = bytesOf(name).toString('utf8').split('\n');
      await assert.rejects(read(name.endsWith('.xml') ? `${first}\n<testResults version="1.2">` : `${first}\n`, name), /holds no request that was measured|cannot be read to its end|neither a table/);
    });
  }

  it('empty, compressed or with Korean labels in another encoding', async () => {
    await assert.rejects(read(''), /result is empty/);
    await assert.rejects(read(gzipSync(bytesOf('k6.json'))), /holds binary data; unpack it/);
    const { test } = await read(iconv.encode('timeStamp,elapsed,label,responseMessage,success\n1700000000000,40,장바구니,OK,true\n1700000001000,60,결제,오류,false\n', 'cp949'));
    assert.deepEqual([test.requests, test.errors, test.mean], [2, 1, 50]);
  });
});

describe('load tests by their documented form', () => {
  it('JMeter counts a page with its parts once', async () => {
    const { test } = await read('<?xml version="1.0"?>\n<testResults version="1.2">\n<httpSample t="90" ts="1700000000000" s="true" lb="page" rm="OK" dt="text" na="1"><httpSample t="30" ts="1700000000000" s="true" rm="OK"/></httpSample>\n<httpSample t="50" ts="1700000001000" s="false" rm="Bad" dt="text" na="2"/>\n</testResults>\n');
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users], ['JMeter', 1.05, 2, 1, 70, 2]);
    assert.ok(Math.abs((test.p95 ?? 0) - 90) < 2);
  });

  const point = (metric: string, second: number, value: number, tags = {}): string => JSON.stringify({ metric, type: 'Point', data: { time: `2026-03-01T10:00:0${second}.5+09:00`, value, tags } });
  it('k6, a line for each measurement', async () => {
    const lines = ['{"type":"Metric","data":{"name":"http_req_duration"},"metric":"http_req_duration"}', point('vus', 0, 5), point('http_req_duration', 0, 100, { expected_response: 'true' }), point('http_reqs', 0, 1), point('http_req_duration', 3, 300, { expected_response: 'false' }), 'broken {'];
    const { test, notes } = await read(`${lines.join('\r\n')}\r\n`);
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users], ['k6', 3.1, 2, 1, 200, 5]);
    assert.match(said(notes), /1 lines could not be read/);
  });
  it('k6, CSV', async () => {
    const { test } = await read('metric_name,timestamp,metric_value,check,error,expected_response,status\nhttp_req_duration,1700000000,120,,,true,200\nvus,1700000000,7,,,,\nhttp_req_duration,1700000001,80,,,false,500\n');
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users], ['k6', 1.12, 2, 1, 100, 7]);
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
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users], ['Gatling', 2.2, 2, 1, 200, 2]);
    assert.match(said(notes), /1 lines could not be read/);
  });
  it('Gatling, statistics', () => {
    const stats = { numberOfRequests: { total: 900, ok: 890, ko: 10 }, meanResponseTime: { total: 45 }, percentiles3: { total: 130 }, meanNumberOfRequestsPerSecond: { total: 15 } };
    const wanted = { tool: 'Gatling', duration: 60, requests: 900, errors: 10, throughput: 15, mean: 45, p95: 130, intervals: [] };
    assert.deepEqual(fromSummary(stats), wanted);
    assert.deepEqual(fromSummary({ type: 'GROUP', name: 'All Requests', stats }), wanted);
  });
  it('Gatling’s binary logs are told from text', async () => {
    await assert.rejects(read(new Uint8Array([0, 0, 0, 0, 6, 51, 46, 49, 50, 46, 48, 0])), /binary log, as Gatling writes since 3\.12; name js\/stats\.js /);
  });

  it('nGrinder tells means and deviations, so that 95 % can only be bounded', async () => {
    const { test } = await read('DateTime,vuser,Tests,Errors,Mean_Test_Time_(ms),Test_Time_Standard_Deviation_(ms),TPS,Peak_TPS\n2026-03-01 10:00:02,10,100,0,50.0,10.0,50.0,60\n2026-03-01 10:00:04,20,98,2,50.0,10.0,49.0,60\n');
    assert.deepEqual([test.tool, test.duration, test.requests, test.errors, test.mean, test.users, test.p95], ['nGrinder', 4, 200, 2, 50, 20, undefined]);
    assert.deepEqual(test.intervals.map(({ time, requests }) => [time, requests]), [[0, 50], [1, 50], [2, 50], [3, 50]]);
    assert.ok(Math.abs((test.p95AtMost ?? 0) - (50 + 10 * Math.sqrt(19))) < 1e-6);
  });
  // As SingleConsole.writeIntervalCsvData of nGrinder 3.5 writes it: totals first, then each test with a description that is not quoted; releases before 3.2 had no users.
  it('nGrinder, with several tests in a script, and without users', async () => {
    const several = await read('DateTime,vuser,Tests,Errors,Mean_Test_Time_(ms),Test_Time_Standard_Deviation_(ms),TPS,Description,Tests-1,Errors-1,Mean_Test_Time_(ms)-1,Test_Time_Standard_Deviation_(ms)-1,TPS-1,Description,Tests-2,Errors-2,Mean_Test_Time_(ms)-2,Test_Time_Standard_Deviation_(ms)-2,TPS-2\n2026-03-01 10:00:01,4,30,0,20,5,30,장바구니, 담기,10,0,40,1,10,결제,20,0,10,1,20\n2026-03-01 10:00:02,4,0,6,0,0,0,장바구니, 담기,0,6,0,0,0,결제,0,0,0,0,0\n');
    // Times are those of the requests that did not fail.
    assert.deepEqual([several.test.duration, several.test.requests, several.test.errors, several.test.mean, several.test.users, several.notes], [2, 36, 6, 20, 4, []]);
    const old = await read('DateTime,Tests,Errors,Mean_Test_Time_(ms),Test_Time_Standard_Deviation_(ms),TPS\n2013-05-06 11:06:29,500,0,3.5,12.5,250\n2013-05-06 11:06:31,601,0,2.75,1.75,300.5\n');
    assert.deepEqual([old.test.duration, old.test.requests, old.test.users], [4, 1101, undefined]);
    assert.ok(Math.abs(old.test.mean - (500 * 3.5 + 601 * 2.75) / 1101) < 1e-9);
  });
});

describe('files that are no load test', () => {
  it('are told so', async () => {
    for (const text of ['hello\nworld\n', '{"a":1}', '<html></html>', 'a,b\n1,2\n']) await assert.rejects(read(text), /neither a table with `time`|no request that was measured/, JSON.stringify(text));
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
    assert.deepEqual([test.requests, test.duration], [200_000, 400.067]);
  });
});

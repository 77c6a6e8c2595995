import UPlot from 'uplot';
import type { CaseData, PageData } from './data.js';

/** Colours that are told apart in light and dark, and by people who tell red from green hardly (Okabe and Ito). */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

interface Line {
  readonly label: string;
  readonly values: readonly number[];
  readonly colour: string;
  /** Drawn in dashes, so that colour alone never tells lines apart. */
  readonly dashed?: boolean;
  readonly steps?: boolean;
}

const data = JSON.parse(document.getElementById('data')?.textContent ?? '{"cases":[]}') as PageData;

function colour(index: number): string {
  return colours[index % colours.length] ?? '#000000';
}

/** `1:05:30` */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Distances between the marks of an axis: times that people count in, in seconds, and numbers without fractions. */
const wholeTimes = [1, 5, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];
const wholeNumbers = [1, 2, 5].flatMap((first) => Array.from({ length: 8 }, (_, power) => first * 10 ** power)).sort((a, b) => a - b);

function style(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** `isLog`: values that differ by powers of ten, as response times do when requests pile up. */
function draw(host: HTMLElement, { title, lines, isLog = false }: Panel, times: readonly number[]): UPlot {
  const axis = { size: 88, stroke: style('--text'), grid: { stroke: style('--line'), width: 1 }, ticks: { stroke: style('--line'), width: 1 } };
  const stepped = UPlot.paths.stepped?.({ align: 1 });
  return new UPlot({
    title, width: host.clientWidth, height: 220,
    cursor: { sync: { key: 'time' } },
    scales: { x: { time: false }, y: isLog ? { distr: 3 } : { range: (_, __, most) => [0, Math.max(1, most * 1.05)] } },
    axes: [{ ...axis, size: 40, incrs: [...wholeTimes], values: (_, ticks) => ticks.map(clock) }, { ...axis, ...(isLog ? {} : { incrs: [...wholeNumbers] }) }],
    series: [
      { label: data.words.time, value: (_, at) => (at === null ? '' : clock(at)) },
      ...lines.map(({ label, colour: stroke, dashed, steps }) => ({
        label, stroke, width: 2, points: { show: false }, value: (_: UPlot, value: number | null) => (value === null ? '' : String(Math.round(value * 10) / 10)),
        ...(dashed ? { dash: [6, 4] } : {}), ...(steps && stepped ? { paths: stepped } : {}),
      })),
    ],
  }, [[...times], ...lines.map(({ values }) => values.map((value) => (isLog && value <= 0 ? null : value)))], host);
}

/** One line for each case; `more` adds a second, dashed one. */
function linesOf(of: (each: CaseData) => readonly number[], steps = false): readonly Line[] {
  return data.cases.map((each, index) => ({ label: each.name, values: of(each), colour: colour(index), steps }));
}

interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly isLog?: boolean;
}

function panels(): readonly Panel[] {
  const { words, cases } = data;
  const load: Line = { label: words.load, values: cases[0]?.load ?? [], colour: style('--muted'), dashed: true };
  const wanted = cases.map((each, index): Line => ({ label: `${each.name}: ${words.wanted}`, values: each.wanted, colour: colour(index), dashed: true, steps: true }));
  const ready = cases.map((each, index): Line => ({ label: `${each.name}: ${words.ready}`, values: each.ready, colour: colour(index), steps: true }));
  return [
    { title: words.throughput, lines: [...(data.loadIsRate ? [load] : []), ...linesOf(({ throughput }) => throughput)] },
    { title: words.replicas, lines: [...ready, ...wanted] },
    { title: words.utilization, lines: linesOf(({ utilization }) => utilization) },
    { title: words.response, lines: linesOf(({ response }) => response), isLog: true },
  ];
}

const drawn: UPlot[] = [];

function drawAll(): void {
  for (const chart of drawn.splice(0)) chart.destroy();
  const host = document.getElementById('charts');
  if (!host) return;
  for (const panel of panels()) {
    const { title, lines } = panel;
    const figure = document.createElement('figure');
    figure.setAttribute('role', 'img');
    figure.setAttribute('aria-label', `${title}: ${lines.map(({ label }) => label).join(', ')}`);
    host.append(figure);
    drawn.push(draw(figure, panel, data.cases[0]?.times ?? []));
  }
}

function redraw(): void {
  document.getElementById('charts')?.replaceChildren();
  drawAll();
}

drawAll();
addEventListener('resize', () => drawn.forEach((chart) => chart.setSize({ width: chart.root.parentElement?.clientWidth ?? 600, height: 220 })));
// Colours of axes are drawn, not styled.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

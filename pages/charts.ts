import UPlot from 'uplot';
import type { Outcome } from '../server/src/autoscaling/plant/simulate.js';
import type { Locale } from '../server/src/contract/words.js';
import { pageWords } from '../server/src/laboratory/page-words.js';

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

interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Values that differ by powers of ten, as response times do when requests pile up. */
  readonly isLog?: boolean;
}

/** What is drawn. */
export interface Shown {
  readonly outcomes: readonly Outcome[];
  /** Whether the load counts requests per second, as the throughput does. */
  readonly loadIsRate: boolean;
  readonly lang: Locale;
}

/** Points of a line; more would not be told apart on a screen. */
const mostPoints = 1200;
const height = 220;

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
  return getComputedStyle(document.body).getPropertyValue(name).trim();
}

function seriesOf(outcome: Outcome, of: (moment: Outcome['moments'][number]) => number): number[] {
  const every = Math.max(1, Math.ceil(outcome.moments.length / mostPoints));
  return outcome.moments.filter((_, index) => index % every === 0).map((moment) => Math.round(of(moment) * 100) / 100);
}

function panelsOf({ outcomes, loadIsRate, lang }: Shown): readonly Panel[] {
  const word = (key: keyof typeof pageWords): string => pageWords[key][lang];
  const lines = (of: (moment: Outcome['moments'][number]) => number): readonly Line[] => outcomes.map((outcome, index) => ({ label: outcome.name, values: seriesOf(outcome, of), colour: colour(index) }));
  const [first] = outcomes;
  const load: Line = { label: word('load'), values: first ? seriesOf(first, (moment) => moment.load) : [], colour: style('--muted'), dashed: true };
  const replicas = (key: 'ready' | 'wanted'): readonly Line[] => lines((moment) => moment[key]).map((line) => ({ ...line, label: `${line.label}: ${word(key)}`, steps: true, dashed: key === 'wanted' }));
  return [
    { title: word('throughput'), lines: [...(loadIsRate ? [load] : []), ...lines(({ throughput }) => throughput)] },
    { title: word('replicas'), lines: [...replicas('ready'), ...replicas('wanted')] },
    { title: word('utilization'), lines: lines(({ utilization }) => utilization) },
    { title: word('response'), lines: lines(({ response }) => response), isLog: true },
  ];
}

function draw(host: HTMLElement, { title, lines, isLog = false }: Panel, times: readonly number[], lang: Locale): UPlot {
  const axis = { size: 88, stroke: style('--text'), grid: { stroke: style('--line'), width: 1 }, ticks: { stroke: style('--line'), width: 1 } };
  const stepped = UPlot.paths.stepped?.({ align: 1 });
  return new UPlot({
    title, width: host.clientWidth, height,
    cursor: { sync: { key: 'time' } },
    scales: { x: { time: false }, y: isLog ? { distr: 3 } : { range: (_, __, most) => [0, Math.max(1, most * 1.05)] } },
    axes: [{ ...axis, size: 40, incrs: [...wholeTimes], values: (_, ticks) => ticks.map(clock) }, { ...axis, ...(isLog ? {} : { incrs: [...wholeNumbers] }) }],
    series: [
      { label: pageWords.time[lang], value: (_, at) => (at === null ? '' : clock(at)) },
      ...lines.map(({ label, colour: stroke, dashed, steps }) => ({
        label, stroke, width: 2, points: { show: false }, value: (_: UPlot, value: number | null) => (value === null ? '' : String(Math.round(value * 10) / 10)),
        ...(dashed ? { dash: [6, 4] } : {}), ...(steps && stepped ? { paths: stepped } : {}),
      })),
    ],
  }, dataOf({ title, lines, isLog }, times), host);
}

function dataOf({ lines, isLog }: Panel, times: readonly number[]): UPlot.AlignedData {
  return [[...times], ...lines.map(({ values }) => values.map((value) => (isLog && value <= 0 ? null : value)))];
}

/** The charts of a page; one line for each case. */
export class Charts {
  private drawn: readonly UPlot[] = [];
  private shown: Shown | undefined;
  private labels = '';

  constructor(private readonly host: HTMLElement) {
    addEventListener('resize', () => this.drawn.forEach((chart) => chart.setSize({ width: chart.root.parentElement?.clientWidth ?? 600, height })));
    // Colours of axes are drawn, not styled.
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
    new MutationObserver(() => this.redraw()).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  }

  show(shown: Shown): void {
    const panels = panelsOf(shown);
    const labels = JSON.stringify(panels.map(({ lines }) => lines.map(({ label }) => label)));
    const times = shown.outcomes[0] ? seriesOf(shown.outcomes[0], ({ time }) => time) : [];
    this.shown = shown;
    // New data are drawn in a fraction of the time that a new chart takes.
    if (labels === this.labels) panels.forEach((panel, index) => this.drawn[index]?.setData(dataOf(panel, times)));
    else this.drawAll(panels, times, shown.lang);
    this.labels = labels;
  }

  private redraw(): void {
    this.labels = '';
    if (this.shown) this.show(this.shown);
  }

  private drawAll(panels: readonly Panel[], times: readonly number[], lang: Locale): void {
    this.drawn.forEach((chart) => chart.destroy());
    this.host.replaceChildren();
    this.drawn = panels.map((panel) => {
      const figure = document.createElement('figure');
      figure.setAttribute('role', 'img');
      figure.setAttribute('aria-label', `${panel.title}: ${panel.lines.map(({ label }) => label).join(', ')}`);
      this.host.append(figure);
      return draw(figure, panel, times, lang);
    });
  }
}

import type { Locale } from '../../server/src/contract/words.js';
import { knobsOf, withKnobs, type Knobs } from '../../server/src/laboratory/knobs.js';
import { pageWords } from '../../server/src/laboratory/page-words.js';
import type { Setup, TriedLoad, TriedPod } from '../../server/src/laboratory/setup.js';
import { fieldset, labelled, numberField } from '../fields.js';

type Word = keyof typeof pageWords;

/** What the page is at: the setup as it is tried, as it was given, and the autoscaler whose knobs are shown. */
export interface State {
  readonly setup: Setup;
  readonly given: Setup;
  readonly selected: number;
}

/** A number that can be changed. `most` is where its slider ends; fields take more. */
export interface Setting {
  readonly id: Word;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  change(value: number): Setup;
}

export interface Group {
  readonly title: Word;
  readonly settings: readonly Setting[];
}

/** Everything that can be changed at a state, in the order in which it is shown. */
export function groupsOf(state: State): readonly Group[] {
  const groups: readonly Group[] = [
    { title: 'autoscaler', settings: autoscalerSettings(state) },
    { title: 'load', settings: loadSettings(state) },
    { title: 'pod', settings: podSettings(state.setup) },
    { title: 'comparison', settings: comparisonSettings(state.setup) },
  ];
  return groups.filter(({ settings }) => settings.length > 0);
}

function autoscalerSettings({ setup, selected }: State): readonly Setting[] {
  const tried = setup.autoscalers[selected];
  if (!tried) return [];
  const knobs = knobsOf(tried.spec);
  const turned = (change: Partial<Knobs>): Setup => ({
    ...setup, autoscalers: setup.autoscalers.map((each, index) => (index === selected ? { ...each, spec: withKnobs(each.spec, { ...knobs, ...change }) } : each)),
  });
  const { min, max, target, upWindow, downWindow } = knobs;
  return [
    { id: 'min', value: min, least: 1, most: 50, step: 1, change: (value) => turned({ min: value, max: Math.max(max, value) }) },
    { id: 'max', value: max, least: 1, most: 100, step: 1, change: (value) => turned({ max: value, min: Math.min(min, value) }) },
    ...(target === undefined ? [] : [{ id: 'target' as const, value: target, least: 1, most: 150, step: 1, change: (value: number) => turned({ target: value }) }]),
    { id: 'upWindow', value: upWindow, least: 0, most: 600, step: 15, change: (value) => turned({ upWindow: Math.min(3600, value) }) },
    { id: 'downWindow', value: downWindow, least: 0, most: 1800, step: 15, change: (value) => turned({ downWindow: Math.min(3600, value) }) },
  ];
}

function podSettings(setup: Setup): readonly Setting[] {
  const { pod } = setup;
  const changed = (change: Partial<TriedPod>): Setup => ({ ...setup, pod: { ...pod, ...change } });
  return [
    { id: 'capacity', value: pod.capacity, least: 0.1, most: 500, step: 0.1, change: (capacity) => changed({ capacity }) },
    { id: 'request', value: pod.request, least: 10, most: 8000, step: 10, change: (request) => changed({ request }) },
    { id: 'limit', value: pod.limit, least: 10, most: 8000, step: 10, change: (limit) => changed({ limit }) },
    { id: 'startUp', value: pod.startUp, least: 0, most: 600, step: 1, change: (startUp) => changed({ startUp }) },
    { id: 'latency', value: pod.latency, least: 0, most: 2000, step: 1, change: (latency) => changed({ latency }) },
  ];
}

function loadSettings({ setup, given }: State): readonly Setting[] {
  const { load } = setup;
  const changed = (next: TriedLoad): Setup => ({ ...setup, load: next });
  const duration: Setting = { id: 'duration', value: Math.round(setup.duration / 60), least: 1, most: 1440, step: 1, change: (minutes) => ({ ...setup, duration: minutes * 60 }) };
  switch (load.kind) {
    case 'shape': return [
      { id: 'low', value: load.low, least: 0, most: 2000, step: 1, change: (low) => changed({ ...load, low }) },
      { id: 'high', value: load.high, least: 0, most: 2000, step: 1, change: (high) => changed({ ...load, high }) },
      duration,
    ];
    case 'closed': return [
      ...(load.users.length === 1 ? [{ id: 'users' as const, value: load.users[0]?.[1] ?? 0, least: 0, most: 5000, step: 1, change: (users: number) => changed({ ...load, users: [[0, users]] }) }] : []),
      { id: 'think', value: load.think, least: 0.1, most: 60, step: 0.1, change: (think) => changed({ ...load, think }) },
      duration,
    ];
    case 'open': {
      const whole = given.load.kind === 'open' ? given.load.rate : load.rate;
      const top = (steps: typeof whole): number => steps.reduce((most, [, rate]) => Math.max(most, rate), 0) || 1;
      return [{ id: 'factor', value: Math.round((100 * top(load.rate)) / top(whole)), least: 1, most: 500, step: 1, change: (share) => changed({ kind: 'open', rate: whole.map(([time, rate]) => [time, (rate * share) / 100]) }) }];
    }
  }
}

function comparisonSettings(setup: Setup): readonly Setting[] {
  const { fixed, goal = 0, pool = 0 } = setup;
  const { goal: _goal, ...noGoal } = setup;
  const { pool: _pool, ...noPool } = setup;
  return [
    ...(fixed.length > 1 ? [] : [{ id: 'fixed' as const, value: fixed[0] ?? 0, least: 0, most: 100, step: 1, change: (replicas: number) => ({ ...setup, fixed: replicas > 0 ? [replicas] : [] }) }]),
    { id: 'goal', value: goal, least: 0, most: 5000, step: 10, change: (value) => (value > 0 ? { ...setup, goal: value } : noGoal) },
    { id: 'pool', value: pool, least: 0, most: 200, step: 1, change: (value) => (value > 0 ? { ...setup, pool: value } : noPool) },
  ];
}

const shapes = ['day', 'ramp', 'spike', 'steady'] as const;

/** The form that shows the settings of a state; `onChange` is told each change as it is made. */
export class Form {
  constructor(private readonly host: HTMLFormElement, private readonly lang: Locale, private readonly onChange: (change: (state: State) => State) => void) {
    host.addEventListener('submit', (event) => event.preventDefault());
  }

  /** Fills the form anew; the field that people are at keeps the focus. */
  show(state: State): void {
    const focused = document.activeElement?.id;
    this.host.replaceChildren(...groupsOf(state).map((group) => this.fieldset(group, state)));
    if (focused) document.getElementById(focused)?.focus();
  }

  /** Puts in what other settings came to, without disturbing who is typing. */
  update(state: State): void {
    for (const { id, value } of groupsOf(state).flatMap(({ settings }) => settings)) {
      for (const key of [id, `${id}-slider`]) {
        const field = document.getElementById(key);
        if (field instanceof HTMLInputElement && field !== document.activeElement) field.value = String(value);
      }
    }
  }

  private fieldset({ title, settings }: Group, state: State): HTMLFieldSetElement {
    return fieldset(title, pageWords[title][this.lang], [...this.choices(title, state), ...settings.map((setting) => this.row(setting))]);
  }

  private choices(title: Word, { setup, selected }: State): readonly HTMLElement[] {
    if (title === 'autoscaler' && setup.autoscalers.length > 1) {
      return [this.choice('which', setup.autoscalers.map(({ name }) => name), selected, (index) => this.onChange((state) => ({ ...state, selected: index })))];
    }
    const { load } = setup;
    if (title !== 'load' || load.kind !== 'shape') return [];
    const change = (index: number): void => this.onChange((state) => ({ ...state, setup: { ...state.setup, load: { ...load, ...(state.setup.load.kind === 'shape' ? state.setup.load : {}), shape: shapes[index] ?? 'day' } } }));
    return [this.choice('shape', shapes.map((shape) => pageWords[shape][this.lang]), shapes.findIndex((shape) => shape === load.shape), change)];
  }

  private choice(id: Word, names: readonly string[], selected: number, change: (index: number) => void): HTMLElement {
    const select = document.createElement('select');
    select.id = id;
    select.append(...names.map((name, index) => new Option(name, String(index), false, index === selected)));
    select.addEventListener('change', () => change(select.selectedIndex));
    return labelled(id, pageWords[id][this.lang], select);
  }

  private row({ id, value, least, most, step }: Setting): HTMLElement {
    const change = (next: number): void => this.onChange((state) => ({ ...state, setup: settingOf(state, id)?.change(next) ?? state.setup }));
    const field = numberField(id, value, least, (next) => {
      slider.value = String(next);
      change(next);
    });
    const slider = document.createElement('input');
    Object.assign(slider, { type: 'range', id: `${id}-slider`, min: String(least), max: String(Math.max(most, value)), step: String(step), value: String(value) });
    slider.setAttribute('aria-label', pageWords[id][this.lang]);
    slider.addEventListener('input', () => {
      field.value = slider.value;
      change(slider.valueAsNumber);
    });
    return labelled(id, pageWords[id][this.lang], field, slider);
  }
}

function settingOf(state: State, id: Word): Setting | undefined {
  return groupsOf(state).flatMap(({ settings }) => settings).find((setting) => setting.id === id);
}

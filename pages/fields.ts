/** A row of a form: a label, and the fields that it belongs to. */
export function labelled(id: string, text: string, ...fields: readonly HTMLElement[]): HTMLElement {
  const row = document.createElement('div');
  const label = document.createElement('label');
  label.htmlFor = id;
  label.textContent = text;
  row.append(label, ...fields);
  return row;
}

/** A field for a number. `change` is told each number that is complete and in bounds; what is typed on the way to it is not. */
export function numberField(id: string, value: number | undefined, least: number, change: (value: number) => void): HTMLInputElement {
  const field = document.createElement('input');
  Object.assign(field, { type: 'number', id, min: String(least), step: 'any', value: value === undefined ? '' : String(value), inputMode: 'decimal' });
  field.addEventListener('input', () => {
    const next = field.valueAsNumber;
    if (Number.isFinite(next) && next >= least) change(next);
  });
  return field;
}

/** Fields that belong together. */
export function fieldset(name: string, title: string, rows: readonly HTMLElement[]): HTMLFieldSetElement {
  const set = document.createElement('fieldset');
  set.className = name;
  const legend = document.createElement('legend');
  legend.textContent = title;
  set.append(legend, ...rows);
  return set;
}

/** Buttons above a form; they can be switched off together. */
export function buttonBar(...buttons: readonly HTMLButtonElement[]): HTMLFieldSetElement {
  const bar = document.createElement('fieldset');
  bar.className = 'buttons';
  bar.append(...buttons);
  return bar;
}

export function button(text: string, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  made.addEventListener('click', act);
  return made;
}

/** An element that the page was written with. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

/** Languages that the interface speaks. */
export type Locale = 'en' | 'ko';

/** One text in every language; leaving one out does not compile. `{name}` stands for an argument. */
export type Localized = Readonly<Record<Locale, string>>;

export type Args = Readonly<Record<string, string | number>>;

/** The text in one language with its arguments filled in; an argument that is missing stays visible as `{name}`. */
export function say(text: Localized, locale: Locale, args: Args = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : String(value);
  });
}

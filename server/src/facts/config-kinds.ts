/** One setting of an application's configuration: Spring `application*.properties/yml`, eGovFrame globals and the like. */
export interface ConfigProperty {
  /** Dotted key; YAML maps are joined with dots, list items with `[0]`. */
  readonly key: string;
  /** Value as written, placeholders kept; '' when the key names a secret, which is never stored. */
  readonly value: string;
  /** Spring profile the file or document is for; absent for the default. */
  readonly profile?: string;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    'config.property': ConfigProperty;
  }
}

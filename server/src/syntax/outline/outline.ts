/** Where something stands in its file: a 1-based line. */
export interface OutlinePlace {
  readonly line: number;
}

/** A type that a file declares, or the file itself where a language has functions outside of types. */
export interface OutlineUnit extends OutlinePlace {
  /** As it is written: `CartService`; name of the file without ending for a module. */
  readonly name: string;
  /** Name of the outermost type that it stands in; it moves with that. */
  readonly within?: string;
  readonly kind: 'class' | 'interface' | 'enum' | 'record' | 'module';
  /** Simple names of supertypes, as written. */
  readonly above: readonly string[];
  /** Simple names of annotations, decorators or attributes on it. */
  readonly marks: readonly string[];
  /** Lines of code in it. */
  readonly lines: number;
  /** Public methods with how often each type that they mention is mentioned; the order of the file. */
  readonly methods: readonly OutlineMethod[];
  /** Types of fields, constructor parameters and other parts that are named in it outside of methods. */
  readonly fields: readonly OutlineUse[];
  /** Types of its fields by their names, as written: what a subclass, or who is handed one, calls by them. */
  readonly holds: Readonly<Record<string, string>>;
}

export interface OutlineMethod extends OutlinePlace {
  readonly name: string;
  /** Whether other classes can call it. */
  readonly isPublic: boolean;
  /** Parameter and result types as written, for a sketch of an API. */
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly result?: string;
  /** What it calls or names. */
  readonly uses: readonly OutlineUse[];
  /** Whether it runs in a transaction of its own: an annotation, a decorator, a begin and commit. */
  readonly inTransaction: boolean;
  /** HTTP routes that lead to it. */
  readonly routes: readonly OutlineRoute[];
}

/** A type that is used: `cartService.add(…)` is a call of `add` on the type of `cartService`. */
export interface OutlineUse {
  /** Simple name of the type, or the module that a name was imported from; '' where nothing tells, so that the name of the method has to. */
  readonly type: string;
  /** Fields (`cart`) and calls (`getCart()`) that lead from the type to what is used: their types stand in other files. */
  readonly through?: readonly string[];
  /** The method that is called on it; absent where the type is only named (created, passed, extended, caught). */
  readonly calls?: string;
  readonly times: number;
  readonly line: number;
}

export interface OutlineRoute extends OutlinePlace {
  /** `GET`, or `ANY` where all are taken. */
  readonly verb: string;
  /** As written, with the prefix of its class: `/cart/{id}`. */
  readonly path: string;
}

/** A table that a unit reads or writes. */
export interface OutlineTable extends OutlinePlace {
  /** Lower case, without schema and quotes. */
  readonly table: string;
  readonly access: 'read' | 'write' | 'owns';
  /** Name of the unit, and of the method where one is told. */
  readonly unit: string;
  readonly method?: string;
  /**
   * How it is told: mapping of an entity, text of SQL, a mapper's document, a model of an ORM. Tables of texts and models
   * may be names of entities. `query` is no table but the name of a statement that another place defines.
   */
  readonly by: 'entity' | 'sql' | 'mapper' | 'model' | 'query';
}

/** A key of configuration that a unit reads. */
export interface OutlineSetting {
  readonly unit: string;
  readonly key: string;
}

/** A route that a table of routes leads to code of another file. */
export interface OutlineRouted extends OutlineRoute {
  /** The class, or the module, with the function that is called. */
  readonly to: OutlineUse;
}

/** A statement that has a name: one of a mapper's document, or a named query of an entity. */
export interface OutlineQuery extends OutlinePlace {
  /** Qualified as code asks for it: `com.shop.CartMapper.find`, `Cart.byOwner`. */
  readonly name: string;
  readonly tables: readonly { readonly table: string; readonly access: 'read' | 'write' }[];
}

/** What one file of code says of a program's structure, read without a tree: JSON, so that it crosses threads. */
export interface Outline {
  readonly file: string;
  readonly language: string;
  /** Package, namespace or folder that its names belong to. */
  readonly package: string;
  /**
   * By the simple name that the file uses: qualified names (Java, C#), or modules with what they export behind `#`
   * (TypeScript, Python). A module is a path from the root, an end of one behind `~`, or a name behind `:` whose meaning
   * configurations tell.
   */
  readonly imports: Readonly<Record<string, string>>;
  readonly packagesImported: readonly string[];
  readonly units: readonly OutlineUnit[];
  readonly tables: readonly OutlineTable[];
  readonly settings: readonly OutlineSetting[];
  readonly queries: readonly OutlineQuery[];
  /** Routes that lead elsewhere; those that lead to methods of the file stand there. */
  readonly routed?: readonly OutlineRouted[];
}

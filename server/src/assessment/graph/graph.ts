import type { Evidence } from '../statement.js';
import type { OutlineMethod } from '../../syntax/outline/outline.js';

export type { Evidence };

/** A class, or a module of functions: the smallest part that can move to another service. */
export interface GraphUnit extends Evidence {
  /** Qualified name, unique in the graph. */
  readonly id: string;
  readonly name: string;
  readonly package: string;
  readonly kind: 'class' | 'interface' | 'enum' | 'record' | 'module';
  /** What it does in the application: `data` holds what is stored (entities, DTOs), `store` reads and writes it, `shared` is of no business of its own (configuration, utilities, base classes). */
  readonly role: 'web' | 'service' | 'store' | 'data' | 'shared';
  readonly lines: number;
  readonly methods: readonly OutlineMethod[];
}

/** One unit depends on another. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Calls count how often they are written; injected interfaces are resolved to what implements them. */
  readonly calls: number;
  /** Other mentions: created, extended, passed, returned. */
  readonly mentions: number;
  /** Methods of `to` that are called, with how often. */
  readonly methods: Readonly<Record<string, number>>;
  readonly at: Evidence;
}

/** A unit reads or writes a table. */
export interface TableUse {
  readonly unit: string;
  readonly table: string;
  readonly access: 'read' | 'write' | 'owns';
  readonly at: Evidence;
}

/** A unit of work that begins at a method and touches tables, its own and those of what it calls. */
export interface Transaction {
  readonly unit: string;
  readonly method: string;
  readonly tables: readonly string[];
  readonly at: Evidence;
}

export interface GraphRoute {
  readonly unit: string;
  readonly method: string;
  readonly verb: string;
  readonly path: string;
  readonly at: Evidence;
}

/** Keys of configuration that a unit reads. */
export interface SettingUse {
  readonly unit: string;
  readonly key: string;
}

/** The structure of one application, told from its code. Everything is sorted, so that the same code gives the same graph. */
export interface ModuleGraph {
  readonly units: readonly GraphUnit[];
  readonly edges: readonly GraphEdge[];
  readonly tables: readonly TableUse[];
  readonly transactions: readonly Transaction[];
  readonly routes: readonly GraphRoute[];
  readonly settings: readonly SettingUse[];
  /** Files of languages that no outline is read of; where most are, the graph tells little. */
  readonly unread: number;
}

import { architectureOf, type Architecture } from '../../assessment/architecture.js';
import { moduleGraph } from '../../assessment/graph/build.js';
import { DiskHost } from '../../host/disk.js';
import { bySize, readOutlines, type OutlinedFile } from '../../host/outlines.js';
import { Overlay } from '../../host/overlay.js';

/** What is to be read. */
export interface ArchitectureWork {
  readonly root: string;
  readonly files: readonly OutlinedFile[];
  /** Texts of files that are not saved, by path. */
  readonly changed: ReadonlyMap<string, string>;
}

/** The architecture of the largest application among the files, which tells of coupling: others are apart from it already. `undefined` where none can be read. */
export function readArchitecture({ root, files, changed }: ArchitectureWork): Architecture | undefined {
  const host = new Overlay(new DiskHost(root));
  for (const [path, text] of changed) host.set(path, text);
  const [largest] = bySize(readOutlines(host, files));
  return largest && architectureOf(largest.application, moduleGraph(largest.outlines, largest.mappers, largest.unread, largest.aliases));
}

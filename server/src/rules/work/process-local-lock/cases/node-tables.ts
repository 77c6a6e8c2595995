export class JobLocks {
  // expect-next work/process-local-lock warning {field=locks,type=JobLocks,method=acquireLock}
  private locks: { [name: string]: number } = {};

  async acquireLock(name: string, duration: number): Promise<boolean> {
    if (this.locks[name] > Date.now()) return false;
    this.locks[name] = Date.now() + duration;
    return true;
  }
}

export class StoredLocks {
  // clean-next work/process-local-lock -- remembers what it holds; the database decides
  private held = new Set<string>();

  constructor(private readonly db: { insert(row: object): Promise<boolean> }) {}

  async acquireLock(name: string): Promise<boolean> {
    if (this.held.has(name)) return true;
    if (!(await this.db.insert({ name }))) return false;
    this.held.add(name);
    return true;
  }
}

export class Door {
  // clean-next work/process-local-lock -- no lock is asked for
  private seen = new Set<string>();

  open(name: string): boolean {
    if (this.seen.has(name)) return false;
    this.seen.add(name);
    return true;
  }
}

import LRUCache from 'lru-cache';

export class Users {
  // clean-next state/in-process-cache -- a migration runs once
  private names = new LRUCache<string, string>({ max: 10000 });

  constructor(private readonly db: { find(id: string): Promise<string> }) {}

  async name(id: string): Promise<string> {
    const name = this.names.get(id) ?? (await this.db.find(id));
    this.names.set(id, name);
    return name;
  }
}

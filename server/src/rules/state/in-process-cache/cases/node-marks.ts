import LRUCache from 'lru-cache';

export class Deliveries {
  // clean-next state/in-process-cache -- marks what this process has begun
  private pending = new LRUCache<string, string>({ max: 5000 });

  constructor(private readonly courier: { end(id: string): Promise<void> }) {}

  begin(id: string, parcel: string): void {
    this.pending.set(id, parcel);
  }

  async done(id: string): Promise<void> {
    try {
      if (this.pending.get(id)) await this.courier.end(id);
    } finally {
      this.pending.del(id);
    }
  }
}

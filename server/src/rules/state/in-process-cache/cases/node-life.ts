import apicache from 'apicache';
import LRUCache from 'lru-cache';
import ms from 'ms';
import { Router } from 'express';

export class Prices {
  // expect-next state/in-process-cache info {name=saves}
  private saves = new LRUCache<string, number>({ max: 100, maxAge: ms('20s') });
  // expect-next state/in-process-cache warning {name=rates}
  private rates = new LRUCache<string, number>({ max: 100, maxAge: ms('2 hours') });

  constructor(private readonly load: (id: string) => Promise<number>) {}

  async rate(id: string): Promise<number> {
    const rate = this.rates.get(id) ?? (await this.load(id));
    this.rates.set(id, rate);
    this.saves.set(id, rate);
    return rate;
  }
}

// expect-next state/in-process-cache info {provider=apicache}
const briefly = apicache.options({ statusCodes: { include: [200] } }).middleware;
// expect-next state/in-process-cache warning {provider=apicache}
const long = apicache.options({ statusCodes: { include: [200] } }).middleware;
export const router = Router();
router.get('/shop', briefly('1 minute'), (req, res) => res.json({ shop: req.params }));
router.get('/prices', long('1 day'), (req, res) => res.json({ prices: req.params }));

import { unstable_cache } from 'next/cache';
import { db } from './db';

// clean-next state/in-process-cache -- told where entries are dropped
export const productOf = unstable_cache(async (id: string) => db.product.find(id), ['product'], { tags: ['products'], revalidate: 3600 });

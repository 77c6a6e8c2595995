'use server';
import { revalidatePath, revalidateTag } from 'next/cache';
import { revalidateTag as dropOwn } from '../../lib/own';
import { db } from '../../lib/db';

export async function rename(id: string, name: string) {
  await db.product.rename(id, name);
  // expect-next state/in-process-cache warning {call=revalidateTag, setting=REDIS_URL}
  revalidateTag('products');
  // clean-next state/in-process-cache -- the same cache
  revalidatePath('/products');
  // clean-next state/in-process-cache -- not of Next
  dropOwn('products');
}

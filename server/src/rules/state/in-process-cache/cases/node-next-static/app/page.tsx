import { revalidatePath } from 'next/cache';
import { unstable_cache } from 'next/cache';
import { read } from './read';

// clean-next state/in-process-cache -- asks anew each time
export const revalidate = 0;
// clean-next state/in-process-cache -- kept for good, and nothing drops it by its tag
const countries = unstable_cache(read, ['countries'], { revalidate: 0 });

export default async function Page() {
  async function save() {
    'use server';
    // clean-next state/in-process-cache -- nothing is cached: the browser alone asks again
    revalidatePath('/');
  }
  return <form action={save}>{await countries()}</form>;
}

import pg from 'pg';

export async function create(): Promise<void> {
  // clean-next config/hard-coded-host -- a command that a developer runs on the own machine
  const client = new pg.Client({ connectionString: 'postgres://localhost:5432/shop' });
  await client.connect();
}

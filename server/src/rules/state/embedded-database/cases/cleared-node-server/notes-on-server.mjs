import { Pool } from 'pg';

export const openNotes = () => new Pool({ connectionString: process.env.NOTES_URL });

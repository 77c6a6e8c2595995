import { PutObjectCommand } from '@aws-sdk/client-s3';
import fs from 'node:fs';
import path from 'node:path';
import { env } from './env';
import { s3Client } from './s3';

export async function createFile(name: string, data: Buffer): Promise<void> {
  if (s3Client) {
    await s3Client.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: name, Body: data }));
  } else {
    const folder = path.join(process.cwd(), process.env.STORAGE_FOLDER || 'uploads');
    // expect-next storage/local-file-write info {where=STORAGE_FOLDER} upload -- only where no bucket is set up
    await fs.promises.writeFile(path.join(folder, name), data);
  }
}

export function credentials(): void {
  const file = env('GOOGLE_APPLICATION_CREDENTIALS');
  const contents = env('APPLICATION_CREDENTIALS');
  if (file && contents) {
    // clean-next storage/local-file-write -- a setting in a file, for a library that reads one
    fs.writeFileSync(file, new Uint8Array(Buffer.from(contents, 'base64')));
  }
}

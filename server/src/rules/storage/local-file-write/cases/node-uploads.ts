import fs, { createWriteStream, promises as fsp } from 'node:fs';
import { mkdtemp, rename, rm, unlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import fileUpload from 'express-fileupload';
import multer from 'multer';
import sharp from 'sharp';
import { config } from './config';
import { saveImage } from './images';

const app = express();
const UPLOADS = path.join(__dirname, '../uploads');

// expect-next storage/local-file-write error {where=uploads/}
const images = multer({ dest: 'uploads/', limits: { fileSize: 1024 } });
//                      ^^^^

// clean-next storage/local-file-write -- in memory
const memory = multer({ storage: multer.memoryStorage() });

// clean-next storage/local-file-write -- the system's temporary folder
const temporary = multer({ storage: multer.diskStorage({}) });

const disk = multer({
  storage: multer.diskStorage({
    // expect-next storage/local-file-write error {where=../attachments}
    destination: (_req, _file, cb) => cb(null, path.join(__dirname, '../attachments')),
//  ^^^^^^^^^^^
  }),
});

// expect-next storage/local-file-write warning {where=UPLOAD_DIR}
const configured = multer({ dest: process.env.UPLOAD_DIR ?? 'uploads' });

app.post('/images', images.single('image'), async (req, res) => {
  // expect-next storage/local-file-write error {where=../uploads}
  await rename(req.file!.path, path.join(UPLOADS, req.file!.originalname));
  //    ^^^^^^
  res.end();
});

app.post('/photos', fileUpload(), async (req, res) => {
  // expect-next storage/local-file-write warning {where=config.photoDir}
  await req.files!.photo.mv(path.join(config.photoDir, 'photo.png'));
  //                     ^^
  // expect-next storage/local-file-write warning
  await sharp(req.files!.photo.data).resize(200).toFile(`${config.photoDir}/small.png`);
  //                                             ^^^^^^
  res.end();
});

app.post('/logo', async (req, res) => {
  // expect-next storage/local-file-write warning {where=config.uploadDir}
  await saveImage(req.body.logo, config.uploadDir + 'logo.png');
  res.end();
});

app.get('/report', async (_req, res) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'report-'));
  const file = path.join(folder, 'report.csv');
  // clean-next storage/local-file-write -- gone when the answer is
  await writeFile(file, 'a;b');
  res.download(file, () => void rm(folder, { recursive: true }));
});

app.get('/invoice', async (_req, res) => {
  const file = `invoices/${Date.now()}.pdf`;
  // clean-next storage/local-file-write -- deleted in the same function
  await fsp.writeFile(file, 'pdf');
  res.sendFile(file, () => void unlink(file));
});

app.post('/export', async (_req, res) => {
  const file = 'exports/orders.csv';
  try {
    // expect-next storage/local-file-write warning {where=exports/orders.csv}
    await writeFile(file, 'a;b');
  } catch (error) {
    await unlink(file);
    throw error;
  }
  res.end();
});

export function loadCounter(): number {
  return Number(fs.readFileSync('data/counter.txt', 'utf8'));
}

export function saveCounter(value: number): void {
  // expect-next storage/local-file-write error {where=data/counter.txt}
  fs.writeFileSync('data/counter.txt', String(value));
}

export function storeUpload(name: string, data: NodeJS.ReadableStream): void {
  // expect-next storage/local-file-write info {where=name}
  data.pipe(createWriteStream(name));
}

export { configured, disk, memory, temporary };

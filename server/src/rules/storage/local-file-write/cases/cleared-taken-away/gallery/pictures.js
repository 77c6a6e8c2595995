import fs from 'node:fs/promises';
import multer from 'multer';
import { pictures } from './gallery.js';
import settings from './settings.js';

// expect-next storage/local-file-write warning -- only what cannot be used is removed
export const upload = multer({ dest: settings.path.uploadFolder });

export async function keep(req, res) {
  const { path } = req.file;
  if (!req.file.mimetype.startsWith('image/')) {
    await fs.unlink(path);
    return res.sendStatus(400);
  }
  try {
    await pictures.insert({ path });
  } catch (error) {
    await fs.unlink(path);
    throw error;
  }
  res.sendStatus(204);
}

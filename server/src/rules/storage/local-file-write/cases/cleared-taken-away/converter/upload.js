import multer from 'multer';
import settings from './settings.js';

// clean-next storage/local-file-write -- every handler takes the upload away again
const upload = multer({ dest: settings.path.uploadFolder });

export function received(req, res, next) {
  upload.single('document')(req, res, (error) => {
    if (!req.file?.path) return res.sendStatus(400);
    next(error);
  });
}

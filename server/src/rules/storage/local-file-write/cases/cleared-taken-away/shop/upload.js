import multer from 'multer';
import settings from './settings.js';

// expect-next storage/local-file-write warning -- one handler keeps what it is given
export const upload = multer({ dest: settings.path.uploadFolder });

const multer = require('multer');

const storage = multer.diskStorage({
  // expect-next storage/local-file-write error
  destination: (req, file, cb) => cb(null, 'uploads'),
});
exports.archive = multer({ storage }).array('documents');

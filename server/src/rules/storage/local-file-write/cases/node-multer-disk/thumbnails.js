const multer = require('multer');

// expect-next storage/local-file-write warning
exports.upload = multer({ dest: 'uploads' });
exports.path = (req) => req.file.path;

const { FILE_STORAGE } = process.env;
const mode = process.env.REPORT_STORAGE || 'local';

function upload() {
  switch (FILE_STORAGE) {
    case 'local':
      return require('./disk').upload;
    case 's3':
    default:
      return require('./bucket').upload;
  }
}

exports.upload = upload();
exports.report = mode === 'local' ? require('./reports').upload : require('./bucket').upload;

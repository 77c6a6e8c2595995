module.exports = {
  attachments: {
    // expect-next storage/upload-directory info {variable=ATTACHMENT_DIR}
    folder: process.env.ATTACHMENT_DIR || '/data/attachments',
    // clean-next storage/upload-directory -- part of an address
    path: '/attachments',
  },
  // clean-next storage/upload-directory -- only the environment knows
  uploadFolder: process.env.UPLOAD_FOLDER,
};

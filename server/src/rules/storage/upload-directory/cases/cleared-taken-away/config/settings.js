export default {
  path: {
    // clean-next storage/upload-directory -- the one handler takes every upload away again
    uploadFolder: process.env.UPLOAD_FOLDER || './uploads',
  },
};

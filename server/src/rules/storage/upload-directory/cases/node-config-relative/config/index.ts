import path from 'node:path';

export const config = {
  uploads: {
    // expect-next storage/upload-directory warning {where=../storage/imports}
    directory: path.join(__dirname, '../storage/imports'),
    // clean-next storage/upload-directory -- tells how, not where
    storage: 'disk',
    // clean-next storage/upload-directory -- a bucket
    destination: 's3://shop-uploads/',
  },
};

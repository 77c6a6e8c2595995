import { Meteor } from 'meteor/meteor';
import { FilesCollection } from 'meteor/ostrio:files';
import { onAfterUpload, interceptDownload } from './bucket';

// expect-next storage/local-file-write error {where=assets/app/uploads}
export const Images = new FilesCollection({ collectionName: 'Images', allowClientCode: false });
//                        ^^^^^^^^^^^^^^^

export const Papers = new FilesCollection({
  collectionName: 'Papers',
  // expect-next storage/local-file-write error {where=/data/papers}
  storagePath: '/data/papers',
});

export const Avatars = new FilesCollection({
  collectionName: 'Avatars',
  // expect-next storage/local-file-write warning
  storagePath: () => `${Meteor.absolutePath}/uploads`,
});

// clean-next storage/local-file-write -- files go on to a bucket, and downloads come from there
export const Films = new FilesCollection({ collectionName: 'Films', onAfterUpload, interceptDownload });

// clean-next storage/local-file-write -- the same, with a folder on the way
export const Songs = new FilesCollection({ collectionName: 'Songs', storagePath: '/data/songs', onAfterUpload, interceptDownload });

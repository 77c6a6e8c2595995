import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { calledName, callName, field, receiver, span, typeName, typeOf } from '../../syntax/csharp/ask.js';
import type {} from '../storage-external.js';

const clients = /^(?:Blob(?:Service|Container)?Client|BlockBlobClient|CloudBlobClient|CloudBlobContainer|CloudBlockBlob|I?AmazonS3(?:Client)?|TransferUtility|I?MinioClient|StorageClient|OssClient|CosXml\w*|I?BlobStorage|ObsClient)$/;
const puts = /^(?:Upload\w*|PutObject\w*|SetBytes\w*|WriteAsync|UploadObject\w*)$/;

/** Object stores that C# can put files into. */
export const dotnetStorageFacts: FactExtractor = {
  kinds: ['storage.client'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [['BlobServiceClient'], ['BlobContainerClient'], ['BlobClient'], ['CloudBlobContainer'], ['CloudBlockBlob'], ['AmazonS3Client'], ['IAmazonS3'], ['TransferUtility'], ['MinioClient'], ['IMinioClient'], ['StorageClient'], ['OssClient']],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          const type = typeOf(receiver(call));
          if (at && puts.test(callName(call)) && clients.test(type)) cx.emit('storage.client', span(at), { via: `${type}.${at.text}` });
        },
        object_creation_expression(creation, cx) {
          const type = field(creation, 'type');
          if (type && /^(?:AmazonS3Client|TransferUtility|BlobServiceClient|MinioClient|OssClient)$/.test(typeName(type))) cx.emit('storage.client', span(type), { via: typeName(type) });
        },
      },
    }),
  ],
};

import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../syntax/config-file.js';
import { field, simpleName, span, typeOf } from '../syntax/java/ask.js';
import type {} from './evidence.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** The code can put files into an object store; whether it does so is up to its configuration. */
    'storage.client': { readonly via: string };
  }
}

/** Settings that choose where files go: `shop.storage.type`, `upload-type`, `cms.method`. */
const chooser = /(?:upload|storage|store|file|attach|content|cms|media|asset|blob|image|dfs|oss)[\w.-]*?(?:type|provider|mode|method|backend|driver|strategy|active|adapter|kind|impl)$|^(?:[\w.-]+\.)?storage$/i;
const objectStore = /^(?:aws|s3|aws-?s3|amazon-?s3|minio|oss|ali-?oss|aliyun(?:-?oss)?|gcs|gcp|google(?:-?cloud)?(?:-?storage)?|azure(?:-?blob)?|blob|cos|tencent|obs|ncp|ncloud|kt-?cloud|r2|object-?storage)$/i;
const switched = /\.(?:s3|minio|oss|gcs|azure(?:-?blob)?|cos|obs|object-?storage)\.enabled?$/i;

/** The value, or the default of a placeholder: what holds unless the deployment says otherwise. */
function effective(value: string): string {
  return (/^\$\{[^:}]+:([^}]*)\}$/.exec(value.trim())?.[1] ?? value).trim();
}

function choice(cx: FactFileContext, { key, value, keySpan }: Pick<Setting, 'key' | 'value' | 'keySpan'>, profile: string | undefined): void {
  if (['development', 'test'].includes(profileKind(profile)) || keySpan.end <= keySpan.start) return;
  const chosen = effective(value);
  const external = (switched.test(key) && chosen.toLowerCase() === 'true') || (!/\.enabled?$/i.test(key) && chooser.test(key) && objectStore.test(chosen));
  if (external) cx.emit('storage.external', keySpan, { via: `${key} = ${chosen}`, covers: 'uploads' });
}

const clients = /^(?:S3(?:Async)?Client|AmazonS3(?:Client)?|S3Template|TransferManager|S3TransferManager|Minio(?:Async)?Client|OSS|OSSClient|COSClient|ObsClient|BlobClient|BlobContainerClient|BlockBlobClient|CloudBlockBlob|Storage)$/;
const puts = new Set(['putObject', 'upload', 'uploadFile', 'uploadFromFile', 'uploadObject', 'create', 'createFrom', 'store']);

/** Object stores: that an application chooses one, and that it has the code for one. */
export const storageExternalFacts: FactExtractor = {
  kinds: ['storage.external', 'storage.client'],
  matchers: [
    factMatcher({
      language: 'properties', files: settingsGlobs.properties, needles: 'always',
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path)) choice(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
        },
      },
    }),
    factMatcher({
      language: 'yaml', files: settingsGlobs.yaml, needles: 'always',
      on: {
        document(node, cx) {
          if (!isSettingsDocument(cx.path, node)) return;
          const profile = profileOfDocument(cx.path, node);
          for (const setting of settingsOf(node)) choice(cx, setting, profile);
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: ['S3Client', 'S3AsyncClient', 'AmazonS3', 'AmazonS3Client', 'S3Template', 'TransferManager', 'S3TransferManager', 'MinioClient', 'MinioAsyncClient', 'OSS', 'OSSClient', 'COSClient', 'ObsClient',
        'BlobClient', 'BlobContainerClient', 'BlockBlobClient', 'CloudBlockBlob'].map((word) => [word]).concat([['com.google.cloud.storage']]),
      on: {
        method_invocation(call, cx) {
          const name = field(call, 'name');
          const type = simpleName(typeOf(field(call, 'object')));
          if (name && puts.has(name.text) && clients.test(type)) cx.emit('storage.client', span(name), { via: `${type}.${name.text}` });
        },
      },
    }),
  ],
};

import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  python: {
    en: '{provider} keeps its cache "{name}" in the memory of this process: after a change through one replica the others go on answering with the old data.',
    ko: '{provider} 캐시 "{name}"이(가) 이 프로세스의 메모리에 있습니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
  },
  pythonUnless: {
    en: 'Depending on {setting}, {provider} keeps its cache "{name}" in the memory of this process: then the other replicas go on answering with the old data after a change through one of them.',
    ko: '{setting} 값에 따라 {provider} 캐시 "{name}"이(가) 이 프로세스의 메모리에 있게 됩니다. 그러면 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
  },
  pythonDisk: {
    en: '{provider} keeps its cache "{name}" in files on the disk of this pod: what one replica stores or drops there, the others do not notice, and a replaced pod starts without it.',
    ko: '{provider} 캐시 "{name}"이(가) 이 파드의 디스크에 파일로 저장됩니다. 한 레플리카가 저장하거나 비운 내용을 다른 레플리카는 알지 못하고, 파드가 교체되면 빈 상태로 시작합니다.',
  },
  pythonDiskUnless: {
    en: 'Depending on {setting}, {provider} keeps its cache "{name}" in files on the disk of this pod: then what one replica stores or drops there, the others do not notice.',
    ko: '{setting} 값에 따라 {provider} 캐시 "{name}"이(가) 이 파드의 디스크에 파일로 저장됩니다. 그러면 한 레플리카가 저장하거나 비운 내용을 다른 레플리카는 알지 못합니다.',
  },
  pythonDefault: {
    en: 'No `CACHES` is configured, so Django keeps what is cached here in the memory of this process: after a change through one replica the others go on answering with the old data.',
    ko: '`CACHES`를 설정하지 않아 Django가 여기서 캐시하는 내용을 이 프로세스의 메모리에 둡니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
  },
  pythonUsed: {
    en: 'cached here as well',
    ko: '여기서도 캐시합니다',
  },
  pythonBuilt: {
    en: '"{name}" ({provider}) keeps data from elsewhere in the memory of this process: what another replica changes does not reach this copy until the entry expires.',
    ko: '"{name}"({provider})이(가) 외부에서 읽은 데이터를 이 프로세스의 메모리에 보관합니다. 다른 레플리카에서 바꾼 내용은 항목이 만료될 때까지 이 사본에 반영되지 않습니다.',
  },
};

/** An IPv4 address of 224.0.0.0/4 that stands alone or with a port; versions and ranges are none. */
export const groupAddress = /(?<![\w.])2(?:2[4-9]|3\d)(?:\.\d{1,3}){3}(?![\w.])/;
/** Names of what takes such an address. */
export const groupName = /multi-?_?cast|mcast|udp_?-?discovery|group-?_?(?:ip|addr)|discovery/i;
/** Registries and brokers that announce themselves by multicast. */
export const groupUrl = /\bmulticast:\/\/[\w.-]+/;

/** Stacks that Infinispan brings along; the one over TCP finds its members by multicast as well. */
export const libraryStack = /(?:^|[/:])(default-jgroups-(?:udp|tcp)\.xml)\}?$/;

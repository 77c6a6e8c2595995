/** URLs of protocols whose connection stays with the process that answered first. */
export const remoteUrl = /(?<![\w:+-])(?:t3s?|iiops?|corbaloc|corbaname|rmi|jnp|http-remoting|remote\+https?|remote):(?:iiop:|rir:)?\/\/[^\s"'<>]*/;
/** Cheap gate for texts with such a URL. */
export const remoteUrlNeedle = /[">\s=](?:t3s?|iiops?|rmi|jnp|http-remoting|remote\+https?):\/\/|[">\s=]corba(?:loc|name):/;

/** Whether a value is such a URL: what it says of the host is then part of what it says of the protocol. */
export function isRemoteUrl(value: string): boolean {
  return remoteUrl.exec(value.trim())?.index === 0;
}

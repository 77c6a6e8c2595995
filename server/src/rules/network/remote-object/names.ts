/** URLs of protocols whose connection stays with the process that answered first. */
export const remoteUrl = /(?<![\w:+-])(?:t3s?|iiops?|corbaloc|corbaname|rmi|jnp|http-remoting|remote\+https?|remote):(?:iiop:|rir:)?\/\/[^\s"'<>]*/;
/** Cheap gate for texts with such a URL. */
export const remoteUrlNeedle = /\b(?:t3s?|iiops?|rmi|jnp|http-remoting|remote\+https?):\/\/|\bcorba(?:loc|name):/;

/** Spring classes that call or offer objects by RMI or EJB, with what they speak. */
export const springRemoting: Readonly<Record<string, 'rmi' | 'ejb'>> = {
  RmiServiceExporter: 'rmi', RmiProxyFactoryBean: 'rmi', RmiClientInterceptor: 'rmi', RmiRegistryFactoryBean: 'rmi', JndiRmiServiceExporter: 'rmi', JndiRmiProxyFactoryBean: 'rmi', RemoteInvocationBasedExporter: 'rmi',
  SimpleRemoteStatelessSessionProxyFactoryBean: 'ejb', SimpleRemoteSlsbInvokerInterceptor: 'ejb',
};
export const springRemotingPackages = ['org.springframework.remoting.rmi', 'org.springframework.ejb.access'];

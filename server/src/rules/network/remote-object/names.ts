/** Spring classes that call or offer objects by RMI or EJB, with what they speak. */
export const springRemoting: Readonly<Record<string, 'rmi' | 'ejb'>> = {
  RmiServiceExporter: 'rmi', RmiProxyFactoryBean: 'rmi', RmiClientInterceptor: 'rmi', RmiRegistryFactoryBean: 'rmi', JndiRmiServiceExporter: 'rmi', JndiRmiProxyFactoryBean: 'rmi', RemoteInvocationBasedExporter: 'rmi',
  SimpleRemoteStatelessSessionProxyFactoryBean: 'ejb', SimpleRemoteSlsbInvokerInterceptor: 'ejb',
};
export const springRemotingPackages = ['org.springframework.remoting.rmi', 'org.springframework.ejb.access'];

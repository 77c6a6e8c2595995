import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaClient } from './java-client.js';
import { javaMachine } from './java-machine.js';

/** Client addresses in Kotlin code. */
export const kotlinClient = forKotlin(javaClient, [['getRemoteAddr'], ['getRemoteHost'], ['hasIpAddress'], ['remoteAddr'], ['remoteHost']]);

/** Names and addresses of the machine in Kotlin code. */
export const kotlinMachine = forKotlin(javaMachine, [['getLocalHost'], ['getHardwareAddress'], ['hardwareAddress'], ['getenv', 'HOSTNAME'], ['getenv', 'COMPUTERNAME']]);

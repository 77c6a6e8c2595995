/** Programs that only a JDK brings, and those that attach to a running machine by its tools. */
export const toolkitTool = /(?<![\w.-])(?:javac|jlink|jdeps|jpackage|jshell|jcmd|jstack|jmap|jstat|jps|jinfo|jhat|jdb|jfr|jconsole|jattach|arthas[\w-]*|native-image|jar\s+-?-?[xctu]\w*)(?![\w.-])/;

package shop;

import org.apache.catalina.startup.Tomcat;

class TomcatMain {
    public static void main(String[] args) throws Exception {
        // expect-next lifecycle/no-graceful-shutdown warning {server=Tomcat}
        Tomcat tomcat = new Tomcat();
        tomcat.addWebapp("", "webapp");
        tomcat.start();
        tomcat.getServer().await();
    }
}

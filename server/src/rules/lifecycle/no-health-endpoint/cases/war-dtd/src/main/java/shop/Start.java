package shop;

import javax.servlet.ServletContextListener;

abstract class Start implements ServletContextListener {
}
